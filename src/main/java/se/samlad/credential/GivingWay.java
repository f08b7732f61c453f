package se.samlad.credential;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes threads that give way to all others of the machine: what they compute may wait. Java's own priorities do nothing on
 * Linux unless root starts the JVM, so the thread says it to the system itself, by POSIX's {@code setpriority}.
 */
final class GivingWay implements ThreadFactory {

    private static final Logger LOG = LoggerFactory.getLogger(GivingWay.class);
    private static final int THIS_THREAD = 0;
    /** From 0, as all others, to 19, only where nobody else wants the processor. */
    static final int NICE = 10;

    private final ThreadFactory threads;

    GivingWay(String name) {
        this.threads = Thread.ofPlatform().name(name, 0).daemon().factory();
    }

    @Override
    public Thread newThread(Runnable work) {
        return threads.newThread(() -> {
            giveWay();
            work.run();
        });
    }

    /** Where the system can't, the thread works as any other. */
    private static void giveWay() {
        try {
            int failed = (int) setPriority().invokeExact(THIS_THREAD, THIS_THREAD, NICE);
            if (failed != 0) LOG.debug("the system does not let a thread give way");
        } catch (Throwable e) {
            LOG.debug("this system has no way to give way", e);
        }
    }

    private static MethodHandle setPriority() {
        var linker = Linker.nativeLinker();
        var address = linker.defaultLookup().findOrThrow("setpriority");
        var number = ValueLayout.JAVA_INT;
        return linker.downcallHandle(address, FunctionDescriptor.of(number, number, number, number));
    }
}
