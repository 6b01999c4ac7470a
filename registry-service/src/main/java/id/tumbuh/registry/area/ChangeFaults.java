package id.tumbuh.registry.area;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.problem.RegistryProblem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What speaks against a change, by what is known of its areas. */
record ChangeFaults(Handle sql, AreaHistory history, AreaChange change) {

    /**
     * An area as far as a change depends on it.
     *
     * @param since the first day of its newest name; null when nobody recorded it
     */
    private record Known(
            boolean active, boolean decided, @Nullable LocalDate since, boolean wasThere, boolean changedLater) {}

    Optional<Registration.Invalid> first() {
        for (int at = 0; at < change.predecessors().size(); at++) {
            Optional<ProblemCode> fault =
                    ofPredecessor(known(change.predecessors().get(at)));
            if (fault.isPresent()) {
                return invalid(fault.get(), "/predecessors/" + at);
            }
        }
        for (int at = 0; at < change.successors().size(); at++) {
            AreaChange.Successor successor = change.successors().get(at);
            if (!change.predecessors().contains(successor.code())) {
                Optional<ProblemCode> fault = ofSuccessor(successor);
                if (fault.isPresent()) {
                    return invalid(
                            fault.get(), "/successors/" + at + (fault.get() == CommonProblem.REQUIRED ? "/name" : ""));
                }
            }
        }
        List<String> begun = change.successorCodes().stream()
                .filter(code -> !change.predecessors().contains(code))
                .toList();
        return history.leads(sql, begun, change.predecessors())
                ? invalid(RegistryProblem.AREA_CHANGE_CYCLE, "/successors")
                : Optional.empty();
    }

    private Optional<ProblemCode> ofPredecessor(Optional<Known> known) {
        if (known.isEmpty()) {
            return Optional.of(RegistryProblem.AREA_UNKNOWN);
        }
        Known area = known.get();
        if (!area.active() && area.decided()) {
            return Optional.of(RegistryProblem.AREA_ENDED);
        }
        if (!area.wasThere()) {
            return Optional.of(RegistryProblem.AREA_NOT_OF_THAT_DAY);
        }
        return area.changedLater() ? Optional.of(RegistryProblem.AREA_CHANGED_LATER) : Optional.empty();
    }

    private Optional<ProblemCode> ofSuccessor(AreaChange.Successor successor) {
        Optional<Known> known = known(successor.code());
        if (known.isEmpty()) {
            if (successor.name() == null) {
                return Optional.of(CommonProblem.REQUIRED);
            }
            boolean hasParent = new AreaCode(successor.code())
                    .parent()
                    .map(parent -> known(parent.value()).filter(Known::active).isPresent())
                    .orElse(true);
            return hasParent ? Optional.empty() : Optional.of(RegistryProblem.AREA_PARENT_UNKNOWN);
        }
        Known area = known.get();
        if (!area.active() && area.decided()) {
            return Optional.of(RegistryProblem.AREA_ENDED);
        }
        // Since when a list has known it says nothing of before: a decree may date it. What has a day of its own keeps
        // it.
        boolean existed = area.since() != null && area.since().isBefore(change.effectiveOn());
        return existed || area.changedLater() ? Optional.of(RegistryProblem.AREA_EXISTS_ALREADY) : Optional.empty();
    }

    private Optional<Known> known(String code) {
        return sql.createQuery("""
                        select area.active, area.changed_by is not null as decided,
                            (select nullif(max(valid_from), '-infinity') from area_version where code = area.code) as since,
                            exists (select from area_version
                                where code = area.code and valid_from < :day) as was_there,
                            exists (select from area_succession s
                                where s.predecessor = area.code and s.change_id is not null and s.change_id <> :change
                                    and s.effective_on >= :day) as changed_later
                        from area where code = :code""")
                .bind("code", code)
                .bind("day", change.effectiveOn())
                .bind("change", change.id())
                .map((row, _) -> new Known(
                        row.getBoolean("active"),
                        row.getBoolean("decided"),
                        row.getObject("since", LocalDate.class),
                        row.getBoolean("was_there"),
                        row.getBoolean("changed_later")))
                .findOne();
    }

    private static Optional<Registration.Invalid> invalid(ProblemCode reason, String field) {
        return Optional.of(new Registration.Invalid(reason, field));
    }
}
