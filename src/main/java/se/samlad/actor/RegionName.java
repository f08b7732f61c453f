package se.samlad.actor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the region is called, and its county.
 *
 * @param code short and permanent, such as {@code gotland}
 * @param countyCode Statistics Sweden's code of the county, such as {@code 09}: the key to its maps and SMHI's names
 * @param populationSource whose figures the inhabitants are; null: there are none
 * @param prepared codes of the prepared directions that it began with
 */
public record RegionName(
        String code,
        String nameSv,
        String nameEn,
        String countyCode,
        String countySv,
        String countyEn,
        @Nullable String populationSource,
        List<String> prepared) {

    /** Before there is a region. */
    static final RegionName NONE =
            new RegionName("", "regionen", "the region", "", "länet", "the county", null, List.of());

    public RegionName {
        prepared = List.copyOf(prepared);
    }

    public String name(String language) {
        return language.equals("en") ? nameEn : nameSv;
    }

    public String county(String language) {
        return language.equals("en") ? countyEn : countySv;
    }
}
