package se.samlad.scenes;

/** {@link Acts} on messages to the public. */
final class ActsOnMessages extends Acts {

    ActsOnMessages(Running server) {
        super(server);
    }

    @Override
    void all() {
        var words = "{'title':'Halt','text':'Det är halt.','audience':'Allmänheten','channels':['radio']}";
        incident("messages", "taby/tib", ANY, this::incident, words);
        message(
                "update",
                "taby/tib",
                "lst/tib ssr/komm taby/chef taby/sakchef taby/admin",
                words.replace("Halt", "Glatt"));
        message("check", "ssr/komm", "lst/tib", "{}");
        message("return", "ssr/komm", "lst/tib", "{'reason':'Oklart'}");
        message("agreement", "ssr/komm", "lst/tib", "{}", "check");
        message("publication", "ssr/komm", "lst/tib", "{}", "check", "agreement");
        message("withdrawal", "ssr/komm", "lst/tib", "{'reason':'Över'}", "check", "agreement", "publication");
        message("discard", "taby/tib", "lst/tib ssr/komm taby/chef taby/sakchef taby/admin", "{'reason':'Fel'}");
    }

    private void message(String verb, String right, String also, String json, String... steps) {
        var address = "/incidents/*/messages/*/" + verb;
        may(address, right, also, () -> {
            var incident = incident();
            var messages = "/incidents/" + incident + "/messages";
            var message =
                    post("taby/tib", messages, "{'title':'a','text':'b','audience':'Allmänheten','channels':['c']}");
            for (var step : steps) post("ssr/komm", messages + "/" + message + "/" + step, "{}");
            return act(address, json, incident, message);
        });
    }
}
