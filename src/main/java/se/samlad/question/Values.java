package se.samlad.question;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import se.samlad.question.QuestionFact.Field;
import se.samlad.question.QuestionFact.Kind;
import se.samlad.web.Say;

/** What was answered, in the reader's words. */
public final class Values {

    private Values() {}

    /** A text for a page; empty: not answered. */
    public static String text(Field field, String value, Say say) {
        if (value.isEmpty()) return "";
        return switch (field.kind()) {
            case STATUS -> say.text("status." + value);
            case NUMBER -> number(new BigDecimal(value), say);
            case TEXT, CHOICE -> value;
        };
    }

    public static String number(BigDecimal number, Say say) {
        var format =
                java.text.NumberFormat.getInstance(say.isSwedish() ? java.util.Locale.of("sv") : java.util.Locale.UK);
        format.setMaximumFractionDigits(4);
        return format.format(number);
    }

    /** For a table and its files: numbers as such. Null: not answered. */
    static @Nullable Object cell(Field field, String value, Say say) {
        if (value.isEmpty()) return null;
        return field.kind() == Kind.NUMBER ? (Object) Double.valueOf(value) : text(field, value, say);
    }
}
