package id.tumbuh.intervention.programme;

import id.tumbuh.intervention.change.Days;
import id.tumbuh.intervention.need.Need;
import id.tumbuh.intervention.need.NeedsChanged;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a programme gives goes where the need goes within the area that pays, lasts longer when its causes ask for more, and ends with it. */
@ApplicationScoped
class FollowEnrolledNeeds implements NeedsChanged {
    private final RuleBook rules;
    private final Followers followers;

    FollowEnrolledNeeds(RuleBook rules, Followers followers) {
        this.rules = rules;
        this.followers = followers;
    }

    private record Paying(AreaCode area, @Nullable String needItem) {}

    @Override
    public void changed(Transaction tx, Collection<Need> needs) {
        Map<UUID, Need> byId = new HashMap<>();
        needs.forEach(need -> byId.put(need.id(), need));
        List<Enrolment> lasting = Enrolments.lastingOf(tx.sql(), byId.keySet());
        if (lasting.isEmpty()) {
            return;
        }
        Map<UUID, Paying> programmes = programmes(tx.sql(), lasting);
        List<Enrolment> changed = new ArrayList<>();
        for (Enrolment one : lasting) {
            Need need = byId.get(one.needId());
            Paying paying = programmes.get(one.programmeId());
            if (need != null && paying != null) {
                after(one, need, paying).ifPresent(changed::add);
            }
        }
        followers.store(tx, changed);
    }

    private Optional<Enrolment> after(Enrolment one, Need need, Paying paying) {
        return switch (need) {
            case Need.Closed closed -> Optional.of(one.ended(closed.closedOn(), Enrolment.Reason.NEED_CLOSED));
            case Need.Open open
            when !paying.area().contains(open.home().area()) ->
                Optional.of(one.ended(Days.today(), Enrolment.Reason.MOVED_AWAY));
            case Need.Open open ->
                Optional.of(one.at(open.home(), plan(one, open, paying))).filter(now -> !now.equals(one));
        };
    }

    /**
     * By the rule of its first day; never for less than was planned, because a gift is not cut short by a cause that is new. What was
     * enrolled before there were plans is planned from today: of earlier days nobody was asked.
     */
    private ProgrammeFunding.@Nullable Time plan(Enrolment one, Need.Open need, Paying paying) {
        LocalDate from = one.plan() == null ? Days.today() : one.plan().from();
        LocalDate first = from.isBefore(one.time().from()) ? one.time().from() : from;
        if (one.item() == null || first.isAfter(one.time().to())) {
            return one.plan();
        }
        ProgrammeFunding.Time paid = new ProgrammeFunding.Time(first, one.time().to());
        ProgrammeFunding.Time asked = GiftRules.at(rules, one.time().from())
                .of(paying.needItem())
                .map(gift -> gift.within(paid, need.plan()))
                .orElse(paid);
        return one.plan() != null && one.plan().to().isAfter(asked.to()) ? one.plan() : asked;
    }

    private static Map<UUID, Paying> programmes(Handle sql, List<Enrolment> lasting) {
        Map<UUID, Paying> programmes = new HashMap<>();
        sql.createQuery("select id, area_code, need_item from programme where id = any(:ids)")
                .bindArray(
                        "ids",
                        UUID.class,
                        lasting.stream().map(Enrolment::programmeId).distinct().toArray())
                .map((row, _) -> programmes.put(
                        row.getObject("id", UUID.class),
                        new Paying(new AreaCode(row.getString("area_code")), row.getString("need_item"))))
                .list();
        return programmes;
    }
}
