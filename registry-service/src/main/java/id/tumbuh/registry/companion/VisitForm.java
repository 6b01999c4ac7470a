package id.tumbuh.registry.companion;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.batch.RowForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A visit in JSON; the items of the checklist and the services are words of the rules, nothing is free text. */
@Schema(name = "CompanionVisit", examples = """
        {"id": "0198c1a0-0000-7000-8000-0000000000c1", "teamId": "0198c1a0-0000-7000-8000-0000000000b1",
         "targetKind": "FAMILY", "targetId": "0198c1a0-0000-7000-8000-000000000001", "visitedOn": "2026-11-20",
         "outcome": "DONE", "checklist": {"WATER_SAFE": "NO", "CHILDREN_WEIGHED_THIS_MONTH": "YES"},
         "services": ["EDUCATION"]}""")
record VisitForm(
        @Nullable UUID id,
        @Nullable UUID teamId,
        @Nullable TargetKind targetKind,
        @Nullable UUID targetId,
        @Nullable LocalDate visitedOn,
        @Nullable VisitOutcome outcome,
        @Nullable Map<String, Answer> checklist,
        @Nullable List<String> services)
        implements RowForm<NewVisit> {
    private static final int MOST = 50;

    @Override
    public Optional<Registration.Invalid> fault() {
        return Faults.first(
                Faults.required("/id", id),
                Faults.required("/teamId", teamId),
                Faults.required("/targetKind", targetKind),
                Faults.required("/targetId", targetId),
                Faults.required("/visitedOn", visitedOn),
                Faults.required("/outcome", outcome),
                Faults.unless(
                        checklist == null || (checklist.size() <= MOST && !checklist.containsValue(null)),
                        CommonProblem.OUT_OF_RANGE,
                        "/checklist"),
                Faults.unless(
                        services == null || (services.size() <= MOST && !services.contains(null)),
                        CommonProblem.OUT_OF_RANGE,
                        "/services"));
    }

    @Override
    public NewVisit value() {
        return new NewVisit(
                requireNonNull(id),
                requireNonNull(teamId),
                new Target.Key(requireNonNull(targetKind), requireNonNull(targetId)),
                requireNonNull(visitedOn),
                requireNonNull(outcome),
                requireNonNullElse(checklist, Map.of()),
                requireNonNullElse(services, List.of()));
    }
}
