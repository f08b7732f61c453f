package se.samlad.picture;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.actor.Actors;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.journal.View;
import se.samlad.live.Panel;
import se.samlad.web.Offer;

/** What this room contributes: its panels, and the views behind the wall and the time sliders. */
@Configuration(proxyBeanMethods = false)
class PictureRoom {

    private interface Parts {
        Map<String, Object> of(Incident incident, Picture picture);
    }

    private final Pictures pictures;
    private final Incidents incidents;
    private final Actors actors;

    PictureRoom(Pictures pictures, Incidents incidents, Actors actors) {
        this.pictures = pictures;
        this.incidents = incidents;
        this.actors = actors;
    }

    @Bean
    static Offer pictureOffer() {
        return Offer.of(new Offer.Door(Offer.Menu.INCIDENT, 0, "picture", "/picture"));
    }

    @Bean
    static View<Important> important() {
        return Important.VIEW;
    }

    @Bean
    static View<Stops> stops() {
        return Stops.VIEW;
    }

    /** All actors whom the incident concerns. */
    @Bean
    Panel pictureBoard() {
        return panel("picture.board", "picture/board", (i, p) -> Map.of("picture", p, "title", "picture.board"));
    }

    /** The actors without an area, beside the map. */
    @Bean
    Panel pictureRegional() {
        return panel(
                "picture.regional",
                "picture/board",
                (i, p) -> Map.of("picture", p.withoutArea(), "title", "picture.regional"));
    }

    @Bean
    Panel pictureMap() {
        return panel("picture.map", "picture/map", (i, p) -> Map.of("shaded", pictures.shaded(p, "")));
    }

    @Bean
    Panel pictureLists() {
        return panel("picture.lists", "picture/lists", (i, p) -> Map.of("picture", p, "actors", actors));
    }

    /** How many actors have shared something. */
    @Bean
    Panel pictureMadeOf() {
        return panel("picture.made-of", "picture/made-of", (i, p) -> Map.of("picture", p));
    }

    /** What each actor reports of itself, in its own words. */
    @Bean
    Panel pictureOwn() {
        return panel("picture.own", "picture/own", (i, p) -> Map.of("picture", p, "actors", actors));
    }

    /** What actors relayed about others. */
    @Bean
    Panel pictureRelayed() {
        return panel("picture.relayed", "picture/relayed", (i, p) -> Map.of("picture", p, "actors", actors));
    }

    @Bean
    Panel wallHead() {
        return panel("picture.wall-head", "picture/wall-head", (i, p) -> Map.of("incident", i));
    }

    @Bean
    Panel wallMap() {
        return panel("picture.wall-map", "picture/wall-map", (i, p) -> Map.of("shaded", pictures.shaded(p, "")));
    }

    @Bean
    Panel wallText() {
        return new PicturePanel(
                "picture.wall-text",
                "picture/wall-text",
                incidents,
                (incident, ask) -> Map.of("wall", pictures.wall(incident.id(), ask.viewer()), "actors", actors));
    }

    private Panel panel(String name, String template, Parts parts) {
        return new PicturePanel(
                name,
                template,
                incidents,
                (incident, ask) -> parts.of(incident, pictures.of(incident.id(), ask.viewer(), null)));
    }
}
