package se.samlad.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import se.samlad.scenes.Running;
import se.samlad.scenes.Visitor;

/** Somebody whom Täby's administrator invites. */
final class Invited {

    private Invited() {}

    static final Pattern LINK = Pattern.compile("value=\"http[^\"]*/invitation\\?key=([^\"]+)\"");
    static final String PASSWORD = "fyra hästar på en äng";

    static Map<String, String> form(String... pairs) {
        var fields = new HashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) fields.put(pairs[i], pairs[i + 1]);
        return fields;
    }

    static UUID invite(String function, String more) {
        return Running.as("taby.admin")
                .post("/api/actors/taby/invitations", "{\"function\":\"" + function + "\"" + more + "}")
                .expect(201)
                .id();
    }

    static String key(UUID invitation) {
        var page = Running.as("taby.admin")
                .page("/actors/taby/people/invitations/" + invitation)
                .expect(200);
        var link = LINK.matcher(page.body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** @return the visitor, signed in, and the address to sign in with */
    static Visitor arrive(UUID invitation, String address) {
        var visitor = Visitor.stranger();
        visitor.post(
                        "/invitation",
                        form(
                                "key",
                                key(invitation),
                                "name",
                                "Anna Åberg",
                                "address",
                                address,
                                "password",
                                PASSWORD,
                                "by",
                                "password"))
                .expect(200);
        return visitor;
    }

    static Map<String, String> fields(String page, String mark, String... more) {
        var fields = new HashMap<>(Visitor.hidden(page, mark));
        fields.putAll(form(more));
        return fields;
    }
}
