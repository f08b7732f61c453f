package se.samlad.reach;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.samlad.credential.Persons;
import se.samlad.journal.Refused;
import se.samlad.reach.Paths.Path;
import se.samlad.web.Letters;

/** Addresses as people write them: telephone numbers in any form, e-mail addresses, talk groups. Pure. */
public final class Addresses {

    /** So many paths to one function. */
    static final int MOST = 8;

    private static final int LONGEST = 254;
    private static final int LONGEST_GROUP = 60;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_WAIT = 30;
    private static final String SWEDEN = "SE";
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    /** What no SMS arrives at. */
    private static final Set<PhoneNumberType> NO_SMS =
            Set.of(PhoneNumberType.FIXED_LINE, PhoneNumberType.TOLL_FREE, PhoneNumberType.PREMIUM_RATE);

    private Addresses() {}

    /** One path as it is typed. */
    record Typed(
            @Nullable Way way,
            @Nullable String address,
            @Nullable Integer minutes) {}

    /**
     * The paths as they are kept.
     *
     * @throws Refused reach.way-missing, reach.too-many, reach.twice, reach.minutes, and as {@link #kept}, at the row's field
     */
    static List<Path> all(List<Typed> typed) {
        if (typed.size() > MOST) throw new Refused("reach.too-many", MOST).at("paths");
        var paths = new ArrayList<Path>();
        var seen = new HashSet<String>();
        for (int i = 0; i < typed.size(); i++) {
            var each = typed.get(i);
            var row = "paths[" + i + "].";
            if (each.way() == null || !each.way().isStated()) throw new Refused("reach.way-missing").at(row + "way");
            int minutes = each.minutes() == null ? 0 : each.minutes();
            if (minutes < 0 || minutes > LONGEST_WAIT)
                throw new Refused("reach.minutes", LONGEST_WAIT).at(row + "minutes");
            var address = kept(each.way(), each.address(), row + "address");
            if (!seen.add(each.way() + address)) throw new Refused("reach.twice").at(row + "address");
            paths.add(new Path(each.way(), address, minutes));
        }
        return paths;
    }

    /**
     * The address as it is kept: a number in E.164.
     *
     * @throws Refused text.missing, person.address, reach.number-letters, -short, -long, -country, -wrong, -landline,
     *     reach.group
     */
    static String kept(Way way, @Nullable String typed, String field) {
        if (typed == null || Letters.isEmpty(typed)) throw new Refused("text.missing", field).at(field);
        var text = Letters.composed(typed).strip();
        if (text.length() > LONGEST) throw new Refused("text.too-long", field, LONGEST, text.length()).at(field);
        if (way.isNumber()) return number(way, text, field);
        if (way == Way.MAIL) return mail(text, field);
        if (text.length() > LONGEST_GROUP || text.chars().anyMatch(Character::isISOControl))
            throw new Refused("reach.group", LONGEST_GROUP).at(field);
        return text;
    }

    private static String mail(String text, String field) {
        try {
            return String.valueOf(Persons.address(text));
        } catch (Refused no) {
            throw no.at(field);
        }
    }

    private static String number(Way way, String text, String field) {
        if (text.length() > LONGEST_NUMBER) throw new Refused("reach.number-long").at(field);
        if (text.chars().anyMatch(Character::isLetter)) throw new Refused("reach.number-letters").at(field);
        var number = parsed(text, field);
        switch (NUMBERS.isPossibleNumberWithReason(number)) {
            case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> throw new Refused("reach.number-short").at(field);
            case TOO_LONG -> throw new Refused("reach.number-long").at(field);
            case INVALID_COUNTRY_CODE -> throw new Refused("reach.number-country").at(field);
            case INVALID_LENGTH -> throw new Refused("reach.number-wrong").at(field);
            case IS_POSSIBLE -> {
                if (!NUMBERS.isValidNumber(number)) throw new Refused("reach.number-wrong").at(field);
                if (way == Way.SMS && NO_SMS.contains(NUMBERS.getNumberType(number)))
                    throw new Refused("reach.number-landline").at(field);
            }
        }
        return NUMBERS.format(number, PhoneNumberFormat.E164);
    }

    private static PhoneNumber parsed(String text, String field) {
        try {
            return NUMBERS.parse(text, SWEDEN);
        } catch (NumberParseException e) {
            throw new Refused(
                            switch (e.getErrorType()) {
                                case INVALID_COUNTRY_CODE -> "reach.number-country";
                                case TOO_LONG -> "reach.number-long";
                                case TOO_SHORT_NSN, TOO_SHORT_AFTER_IDD -> "reach.number-short";
                                case NOT_A_NUMBER -> "reach.number-wrong";
                            })
                    .at(field);
        }
    }

    /** A number as a program sends it, in E.164; empty text where it is none. */
    public static String e164(String sent) {
        try {
            return sent.length() > LONGEST_NUMBER
                    ? ""
                    : NUMBERS.format(NUMBERS.parse(sent, SWEDEN), PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            return "";
        }
    }

    /** A number as it is written in Sweden; another country's with its code. */
    public static String shown(String e164) {
        try {
            var number = NUMBERS.parse(e164, SWEDEN);
            boolean ours = SWEDEN.equals(NUMBERS.getRegionCodeForNumber(number));
            return NUMBERS.format(number, ours ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return e164;
        }
    }
}
