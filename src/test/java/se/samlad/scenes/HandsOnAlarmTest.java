package se.samlad.scenes;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Alarm plans are written and chosen, without script and by keyboard alone (I2). */
class HandsOnAlarmTest {

    @ParameterizedTest
    @EnumSource
    @Writes({"/alarm-plans", "/alarm-plans/*/version", "/alarm-plans/*/withdrawal"})
    void aPlanIsWrittenChangedAndTakenOutOfUse(Hands hands) {
        var title = "Dammbrott för " + hands;
        var hand = hands.of("kansli").open("/alarm-plans").press("main a.button[href='/alarm-plans/new']");
        hand.write("#plan-title", title)
                .write("#plan-words", "zz9")
                .choose("#plan input[name='directly'][value='taby']");
        hand.press("#plan button.next").sees("#plan .wrong", "kan inte användas");
        hand.holds("#plan-title", title);
        hand.write("#plan-words", "regleringsdamm").press("#plan button.next").sees("h1", title);
        hand.sees("main", "Direkt berörda: 1");
        hand.unfold("details:has(> #plan)").choose("#plan input[name='indirectly'][value='nacka']");
        hand.press("#plan button.next").sees("main", "Indirekt berörda: 1").sees("main", "Version 2");
        hand.press("#versions + ol li:last-child a").sees("main", "ändrad sedan dess");
        hand.press("h1 + p a");
        hand.unfold("details:has(> #withdraw)").write("#withdraw [name='reason']", "Bara ett prov");
        hand.press("#withdraw button").sees("main", "används inte längre: Bara ett prov");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/incidents/*/alarm-plan")
    void whoConvenesChoosesAnotherPlanAndPlace(Hands hands) {
        var incident = Prepared.signalled("Ovisst läge för " + hands);
        var hand = hands.of("lst.tib").open("/incidents/" + incident + "/forums");
        hand.sees("[id='alarm.choice']", "Föreslås för att signalen säger ”snö”");
        hand.unfold("details:has(> #alarm-plan)");
        var flood = hand.find("#alarm-plan option:has-text('Översvämning')").getAttribute("value");
        hand.pick("#alarm-plan [name='plan']", flood).choose("#alarm-plan input[name='places'][value='ekero']");
        hand.press("#alarm-plan button").sees("[id='alarm.choice']", "Vald för händelsen");
        hand.sees("[id='alarm.choice']", "Ekerö").sees("[id='forum.work']", "Larmplanen Översvämning och skyfall");
    }
}
