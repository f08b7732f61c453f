package se.samlad.warning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.samlad.warning.Read.Unreadable;

/** Captured bodies, and short ones of our own. */
public final class Bodies {

    public static final String V2 = "alerts-2016-04-20.json";
    public static final String V2_SINGLE = "alerts-2016-04-12-single.json";
    public static final String IBWW = "warning-2021-09-20.json";
    public static final String IBWW_FLOODING = "warning-flooding-2021-09-16.json";

    /** When {@link #alert} is issued. */
    public static final Instant SENT = Instant.parse("2016-04-20T06:00:00Z");

    private static final SmhiReader READER = new SmhiReader();

    private Bodies() {}

    public static byte[] real(String name) {
        try (InputStream in = Bodies.class.getResourceAsStream("/feed/" + name)) {
            if (in == null) throw new IllegalArgumentException(name);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] scene(String name) {
        try {
            return Files.readAllBytes(Path.of("scenes/snowstorm", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Read read(byte[] body) {
        try {
            return READER.read(body);
        } catch (Unreadable e) {
            throw new AssertionError(e.key(), e);
        }
    }

    public static Read read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }

    public static Read readReal(String name) {
        return read(real(name));
    }

    public static Map<String, Warning> byId(Read read) {
        return read.warnings().stream().collect(Collectors.toMap(Warning::id, Function.identity()));
    }

    /** An alert of the old format with its own id; the rest as SMHI would send it. {@code more} ends in a comma. */
    public static String alert(String id, String more) {
        return """
                {"identifier":"%s","sent":"2016-04-20T08:00:00+02:00","status":"Actual","msgType":"Alert",%s
                "info":{"language":"sv-SE","event":"fire warning","severity":"Moderate","headline":"Stockholms län"}}""".formatted(id, more);
    }

    public static String alerts(String... alerts) {
        return "{\"alert\":[" + String.join(",", alerts) + "]}";
    }

    /** One warning of the impact-based format with one area; {@code more} ends in a comma. */
    public static String ibww(String id, String more) {
        return """
                {"id":%s,"event":{"sv":"Vind","en":"Wind"},"warningAreas":[{"id":1,%s
                "published":"2025-01-02T03:04:05.000Z","warningLevel":{"code":"ORANGE"}}]}""".formatted(id, more);
    }
}
