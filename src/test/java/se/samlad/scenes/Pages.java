package se.samlad.scenes;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Every page that somebody can come to, of an incident that has some of everything. */
final class Pages {

    private Pages() {}

    static List<String> all(Prepared scene) {
        var incident = "/incidents/" + scene.incident();
        return Stream.of(
                        everywhere(),
                        ofIncident(scene),
                        List.of(
                                incident + "?kind=REPORT",
                                incident + "/messages?m=" + scene.published(),
                                incident + "/stand-down",
                                incident + "/log",
                                incident + "/manage",
                                incident + "/wall",
                                incident + "/picture/own",
                                incident + "/picture/relayed",
                                incident + "/picture?knew=1577836800&was=1577836800",
                                incident + "/direction/propose",
                                "/entries/" + scene.report(),
                                "/entries/" + scene.report() + "/disposal",
                                "/reports/" + scene.report() + "/correction",
                                "/directions/" + scene.direction(),
                                "/directions/" + scene.direction() + "/wording"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> everywhere() {
        var prepared = Running.as("lst.tib")
                .get("/api/prepared")
                .expect(200)
                .json()
                .get(0)
                .get("code")
                .asString();
        var plan =
                Running.as("lst.tib").get("/api/alarm-plans").expect(200).json().get(0);
        return List.of(
                "/sign-in",
                "/",
                "/turn",
                "/incidents",
                "/watch",
                "/watch?area=all",
                "/actors",
                "/actors?q=t%C3%A4by&sort=kind&down=true",
                "/proof",
                "/actors/taby",
                "/actors/taby/paths",
                "/channels",
                "/me/numbers",
                "/me/push",
                "/region",
                "/prepared",
                "/prepared/" + prepared,
                "/search?q=" + "bandvagn",
                "/me",
                "/shift",
                "/rota",
                "/rota/plan",
                "/rota/calendars",
                "/rota/import",
                "/vouching",
                "/admission",
                "/actors/taby/people",
                "/actors/taby/people/taby.tib",
                "/actors/taby/people/invitations/" + UUID.randomUUID(),
                "/invitation?key=over",
                "/sign-in/vouched",
                "/public",
                "/public/signal",
                "/public/signal/received?code=ABCD-1234",
                "/agreement",
                "/agreement/fees?year=2015",
                "/agreement/counts",
                "/agreement/invoices",
                "/capabilities",
                "/capabilities/actors/taby",
                "/capabilities/years/2025",
                "/capabilities/figures/measures",
                "/cases",
                "/cases/new",
                "/everyday",
                "/year",
                "/meetings",
                "/prepared/" + ActsOnPreparations.raised(),
                "/prepared/" + ActsOnPreparations.adopted(),
                "/prepared/" + prepared + "/wording",
                "/routines",
                "/routines/" + ActsOnRoutines.failing(),
                "/courses",
                "/courses/" + ActsOnCourses.held(),
                "/courses/" + ActsOnCourses.withdrawn(),
                "/goals",
                "/goals/" + ActsOnPlans.draft(),
                "/plan",
                "/plan/" + ActsOnPlans.YEAR,
                "/activities/" + ActsOnPlans.planned(),
                "/standing-forums",
                "/standing-forums/samordningsgruppen",
                "/conferences",
                "/conference-kinds",
                "/conference-kinds/EXTRA",
                "/week",
                "/watch/notes",
                "/calendar",
                "/events/new",
                "/editions",
                "/editions/new",
                "/questions",
                "/questions/new",
                "/seasons",
                "/seasons/new",
                "/seasons/states",
                "/trials",
                "/reminders",
                "/case-steps",
                "/lessons",
                "/lessons/new",
                "/reviews",
                "/alarm-plans",
                "/alarm-plans/new",
                "/alarm-plans/" + plan.get("id").asString(),
                "/alarm-plans/versions/" + plan.get("version").asString(),
                "/outside-signals",
                "/guest/open",
                "/guest/questions/open",
                "/guest/questions/" + UUID.randomUUID() + "/" + UUID.randomUUID(),
                "/guest/seasons/open",
                "/guest/seasons/" + UUID.randomUUID() + "/" + UUID.randomUUID(),
                "/guest/" + UUID.randomUUID(),
                "/there-is-no-such");
    }

    static List<String> ofIncident(Prepared scene) {
        var incident = "/incidents/" + scene.incident();
        var conferences = ActsOnConferences.of(Running.server(), scene.forum());
        var winter = ActsOnSeasons.some();
        var season = "/seasons/" + winter;
        return List.of(
                incident,
                incident + "/conference",
                "/conferences/" + conferences.get(0),
                "/conferences/" + conferences.get(1),
                "/conferences/" + conferences.get(2),
                incident + "/picture",
                incident + "/direction",
                incident + "/messages",
                incident + "/messages?m=" + scene.onItsWay(),
                incident + "/forums",
                incident + "/questions",
                "/resource-needs/" + ActsOnResources.inUse(scene.incident()),
                "/resource-offers/" + ActsOnResources.offered(scene.incident()),
                "/resource-needs/" + ActsOnResources.inOrdinaryMode(),
                "/resources",
                "/resources/own",
                incident + "/resources/picture",
                "/catalogue",
                "/catalogue/file",
                "/catalogue/" + ActsOnResources.listed(),
                incident + "/resources",
                "/incidents/" + ActsOnLocals.linked(scene.incident()) + "/direction",
                "/resource-needs/" + ActsOnLocals.sentUp(scene.incident()),
                "/questions/" + scene.question(),
                "/questions/" + scene.question() + "/answers",
                "/capabilities/figures/acknowledged-50?of=" + scene.incident(),
                "/capabilities/figures/reports?of=" + scene.incident(),
                incident + "/calls",
                "/calls/" + ActsOnCalls.taby(Running.server(), scene.forum()),
                "/watch/notes/" + ActsOnWeek.noted("taby.tib", "Plogförare saknas i nordost"),
                "/events/" + ActsOnWeek.planned("polisen.tib", "Demonstration på Sergels torg"),
                "/editions/" + ActsOnWeek.issued("kansli", "MEMBERS", "Snö väntas, och plogförare saknas"),
                "/cases/" + ActsOnCases.raised("taby.tib", "Tolkar i skarpt läge"),
                "/lessons/" + ActsOnLessons.some(),
                incident + "/review",
                "/reviews/" + ActsOnLessons.reviewed(),
                "/meetings/" + ActsOnMeetings.some(),
                season,
                season + "/answer",
                ActsOnSeasons.noting(winter),
                season + "/table",
                season + "/direction",
                "/forums/" + scene.forum() + "/guests");
    }
}
