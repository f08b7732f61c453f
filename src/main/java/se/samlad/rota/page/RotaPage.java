package se.samlad.rota.page;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Function;
import se.samlad.rota.Gap;
import se.samlad.rota.Slice;

/** What the pages of the rota show. Read by the templates. */
public record RotaPage(
        List<Now> now,
        List<Hole> holes,
        List<LocalDate> days,
        List<Group> groups,
        List<Swap> asked,
        List<Swap> asking,
        List<Own> own,
        List<Advised> advised,
        List<Shared> shared) {

    /** @param name null: the reader is not told who it is; @param until null: nobody has said */
    public record Who(
            @Nullable String account,
            @Nullable String name,
            Instant from,
            @Nullable Instant until) {}

    /** Who is on duty in a function, and who comes next. @param hole the next gap, where there is one */
    public record Now(
            Function function,
            String actor,
            List<Who> on,
            @Nullable Who next,
            @Nullable Gap hole,
            boolean mine) {}

    /** A gap of the reader's actor's, and whether the reader may plan it. */
    public record Hole(Function function, Gap gap, boolean whole, boolean plans) {}

    public record Group(String actor, List<Row> rows) {}

    /** @param beside whether it is one more row of the function above */
    public record Row(Function function, boolean beside, List<Cell> cells) {}

    /** @param name empty: nobody, or nobody whom the reader is told of */
    public record Cell(int columns, Instant from, Instant until, String name, boolean on, boolean gap, boolean mine) {

        /** Whether nobody has said when it ends. */
        public boolean open() {
            return until.equals(Slice.OPEN);
        }
    }

    /** @param back null: nothing in return; @param answer null: none yet; @param advice what the reader's rest would be */
    public record Swap(
            UUID id,
            Function function,
            String who,
            Instant from,
            Instant until,
            @Nullable Instant backFrom,
            @Nullable Instant backUntil,
            @Nullable String note,
            Instant at,
            @Nullable Boolean answer,
            @Nullable String reason,
            List<String> advice) {}

    /** A shift of the reader's that is to come, with those who may be asked to take it. */
    public record Own(Function function, Instant from, Instant until, List<Who> colleagues, List<Who> theirs) {}

    /** @param text in the reader's language */
    public record Advised(String who, String text) {}

    public record Shared(Function function, List<Share> shares) {}

    public record Share(String who, long hours, int nights, int weekendDays) {}

    public boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    public int columnsADay() {
        return Plot.A_DAY;
    }
}
