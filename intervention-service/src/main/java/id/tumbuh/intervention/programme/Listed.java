package id.tumbuh.intervention.programme;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.change.Change;
import id.tumbuh.intervention.change.Days;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.need.Need;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.rules.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of a programme while needs are put on it, one after the other. */
final class Listed {
    private final Programme programme;
    private final Map<UUID, Need.Open> open;
    private final RuleBook rules;
    private final Map<UUID, Enrolment> known = new HashMap<>();
    private final Map<UUID, List<ProgrammeFunding.Time>> paid = new HashMap<>();
    private final Map<UUID, List<ProgrammeFunding.Time>> sponsored = new HashMap<>();

    Listed(Programme programme, Map<UUID, Need.Open> open, RuleBook rules) {
        this.programme = programme;
        this.open = Map.copyOf(open);
        this.rules = rules;
    }

    void read(Transaction tx, Collection<UUID> needs) {
        Enrolments.lastingOf(tx.sql(), needs).stream()
                .filter(one -> one.programmeId().equals(programme.id()))
                .forEach(one -> known.put(one.needId(), one));
        Item.Kind gives = GiftRules.at(rules, LocalDate.of(programme.year(), 12, 31))
                .of(programme.plan().needItem())
                .map(GiftRules.Gift::item)
                .orElse(null);
        // a programme of the province pays for needs of a kabupaten that doesn't see it
        keep(tx.beyondScope(sql -> Enrolments.paid(sql, needs, programme, gives)), paid);
        if (gives != null) {
            LocalDate today = Days.today();
            int days = rules.on(today).number("placement.period-days").intValueExact();
            var promise = new ProgrammeFunding.Time(today, today.plusDays(days - 1L));
            keep(Enrolments.sponsored(tx.sql(), needs, gives, promise), sponsored);
        }
    }

    private static void keep(List<Enrolments.Paid> found, Map<UUID, List<ProgrammeFunding.Time>> times) {
        found.forEach(one ->
                times.computeIfAbsent(one.needId(), _ -> new ArrayList<>()).add(one.time()));
    }

    Change<Enrolment> add(EnrolNeeds.Wanted wanted) {
        if (wanted.to() != null && wanted.to().isBefore(wanted.from())) {
            return new Change.Refused<>(ProgrammeProblem.TIME_OUTSIDE_OF_YEAR, "/to");
        }
        Enrolment before = known.get(wanted.needId());
        if (before != null) {
            boolean same = before.time().from().equals(wanted.from())
                    && (wanted.to() == null || before.time().to().equals(wanted.to()));
            return same ? new Change.Unchanged<>(before) : Change.Refused.because(ProgrammeProblem.ID_TAKEN);
        }
        if (!isInYear(wanted.from()) || (wanted.to() != null && !isInYear(wanted.to()))) {
            return new Change.Refused<>(ProgrammeProblem.TIME_OUTSIDE_OF_YEAR, "/to");
        }
        Need.Open need = open.get(wanted.needId());
        return need == null ? Change.Refused.because(ProgrammeProblem.NEED_NOT_OPEN) : add(wanted, need);
    }

    private Change<Enrolment> add(EnrolNeeds.Wanted wanted, Need.Open need) {
        GiftRules.Gift gift = GiftRules.at(rules, wanted.from())
                .of(programme.plan().needItem())
                .orElse(null);
        LocalDate last = wanted.to() == null ? ruled(wanted.from(), gift, need) : wanted.to();
        if (last == null) {
            return new Change.Refused<>(CommonProblem.REQUIRED, "/to");
        }
        ProgrammeFunding.Time time = new ProgrammeFunding.Time(wanted.from(), last);
        if (paid.getOrDefault(need.id(), List.of()).stream().anyMatch(time::meets)) {
            return Change.Refused.because(ProgrammeProblem.ALREADY_FUNDED);
        }
        if (sponsored.getOrDefault(need.id(), List.of()).stream().anyMatch(time::meets)) {
            return Change.Refused.because(ProgrammeProblem.GIVEN_BY_SPONSOR);
        }
        Enrolment enrolment = new Enrolment(
                UUID.randomUUID(),
                programme.id(),
                need.id(),
                need.of(),
                need.home(),
                gift == null ? null : gift.item(),
                time,
                gift == null ? null : gift.within(time, need.plan()),
                null);
        known.put(need.id(), enrolment);
        return new Change.Created<>(enrolment);
    }

    /** As long as the rule says, but within the year the money is of. */
    private @Nullable LocalDate ruled(LocalDate from, GiftRules.@Nullable Gift gift, Need.Open need) {
        Integer days = gift == null ? null : gift.daysFor(need.plan());
        if (days == null) {
            return null;
        }
        LocalDate last = requireNonNull(from.plusDays(days - 1L));
        return isInYear(last) ? last : LocalDate.of(programme.year(), 12, 31);
    }

    private boolean isInYear(LocalDate day) {
        return day.getYear() == programme.year();
    }
}
