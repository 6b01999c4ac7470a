package id.tumbuh.registry.areachange;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.registry.area.AreaChange;
import id.tumbuh.registry.area.Succession;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Form;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.problem.RegistryProblem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of areas in JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AreaChangeRequest", examples = """
        {"kind": "SPLIT", "effectiveOn": "2026-07-01", "source": "Perda Contoh 3/2026",
         "predecessors": ["36.04.20.2006"],
         "successors": [{"code": "36.04.20.2006"}, {"code": "36.04.20.2010", "name": "Bojong Menteng Utara"}],
         "assignments": [{"rw": "02", "successor": "36.04.20.2010"}]}""")
record ChangeForm(
        Succession.@Nullable Kind kind,
        @Nullable LocalDate effectiveOn,
        @Nullable String source,
        @Nullable List<String> predecessors,
        @Nullable List<AreaChange.Successor> successors,
        @Nullable List<Neighbourhood> assignments)
        implements Form {
    private static final int MOST = 50;
    private static final int MOST_NEIGHBOURHOODS = 500;

    @Override
    public Optional<Registration.Invalid> fault() {
        return Faults.first(
                        Faults.required("/kind", kind),
                        Faults.required("/effectiveOn", effectiveOn),
                        Faults.unless(
                                effectiveOn == null || isOfOurTime(effectiveOn),
                                CommonProblem.OUT_OF_RANGE,
                                "/effectiveOn"),
                        Faults.required("/source", source == null || source.isBlank() ? null : source),
                        Faults.atMost(200, "/source", source),
                        Faults.required("/predecessors", predecessors),
                        Faults.between(1, MOST, "/predecessors", predecessors == null ? null : predecessors.size()),
                        Faults.required("/successors", successors),
                        Faults.between(1, MOST, "/successors", successors == null ? null : successors.size()),
                        Faults.between(
                                0,
                                MOST_NEIGHBOURHOODS,
                                "/assignments",
                                neighbourhoods().size()))
                .or(this::codesFault)
                .or(this::shapeFault)
                .or(this::sharesFault)
                .or(this::assignmentsFault);
    }

    List<Neighbourhood> neighbourhoods() {
        return requireNonNullElse(assignments, List.of());
    }

    AreaChange change(UUID id) {
        return new AreaChange(
                id,
                requireNonNull(kind),
                requireNonNull(effectiveOn),
                requireNonNull(source),
                requireNonNull(predecessors),
                requireNonNull(successors));
    }

    private static boolean isOfOurTime(LocalDate day) {
        return day.getYear() >= 1945 && day.getYear() <= 9999;
    }

    private Optional<Registration.Invalid> codesFault() {
        List<String> from = requireNonNull(predecessors);
        List<AreaChange.Successor> to = requireNonNull(successors);
        Optional<Registration.Invalid> fault = Optional.empty();
        for (int at = 0; fault.isEmpty() && at < from.size(); at++) {
            fault = codeFault("/predecessors/" + at, from.get(at));
        }
        for (int at = 0; fault.isEmpty() && at < to.size(); at++) {
            AreaChange.Successor successor = to.get(at);
            fault = successor == null
                    ? Faults.required("/successors/" + at, null)
                    : Faults.first(
                            codeFault("/successors/" + at + "/code", successor.code()),
                            Faults.unless(
                                    successor.name() == null
                                            || !successor.name().isBlank(),
                                    CommonProblem.REQUIRED,
                                    "/successors/" + at + "/name"),
                            Faults.atMost(100, "/successors/" + at + "/name", successor.name()));
        }
        return fault;
    }

    private static Optional<Registration.Invalid> codeFault(String at, @Nullable String code) {
        return Faults.first(Faults.required(at, code), Faults.area(at, code));
    }

    private Optional<Registration.Invalid> shapeFault() {
        List<String> from = requireNonNull(predecessors);
        List<String> to = requireNonNull(successors).stream()
                .map(AreaChange.Successor::code)
                .toList();
        boolean once = new HashSet<>(from).size() == from.size() && new HashSet<>(to).size() == to.size();
        boolean fits = switch (requireNonNull(kind)) {
            case RENAMED ->
                from.size() == 1
                        && to.equals(from)
                        && requireNonNull(successors).getFirst().name() != null;
            case RECODED -> from.size() == 1 && to.size() == 1 && !to.equals(from);
            case SPLIT -> from.size() == 1 && to.size() > 1;
            case MERGED -> from.size() > 1 && to.size() == 1;
        };
        AreaLevel level = new AreaCode(from.getFirst()).level();
        boolean sameLevel = from.stream().allMatch(code -> new AreaCode(code).level() == level)
                && to.stream().allMatch(code -> new AreaCode(code).level() == level);
        return Faults.first(
                Faults.unless(once && fits, RegistryProblem.AREA_CHANGE_SHAPE, "/successors"),
                Faults.unless(sameLevel, RegistryProblem.AREA_LEVELS_DIFFER, "/successors"));
    }

    private Optional<Registration.Invalid> sharesFault() {
        List<BigDecimal> shares = requireNonNull(successors).stream()
                .map(AreaChange.Successor::share)
                .filter(Objects::nonNull)
                .toList();
        BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return Faults.unless(
                shares.isEmpty()
                        || (kind == Succession.Kind.SPLIT
                                && shares.stream().allMatch(share -> share.signum() > 0 && share.scale() <= 10)
                                && sum.compareTo(BigDecimal.ONE) <= 0),
                CommonProblem.OUT_OF_RANGE,
                "/successors");
    }

    private Optional<Registration.Invalid> assignmentsFault() {
        Optional<Registration.Invalid> fault = Faults.unless(
                neighbourhoods().isEmpty()
                        || (kind == Succession.Kind.SPLIT
                                && requireNonNull(predecessors).getFirst().length()
                                        == AreaLevel.DESA_KELURAHAN.codeLength()),
                RegistryProblem.AREA_CHANGE_SHAPE,
                "/assignments");
        for (int at = 0; fault.isEmpty() && at < neighbourhoods().size(); at++) {
            String place = "/assignments/" + at;
            Neighbourhood part = neighbourhoods().get(at);
            fault = part == null
                    ? Faults.required(place, null)
                    : Faults.first(
                            Faults.required(place + "/rw", part.rw()),
                            Faults.atMost(5, place + "/rw", part.rw()),
                            Faults.atMost(5, place + "/rt", part.rt()),
                            Faults.required(place + "/successor", part.successor()),
                            Faults.unless(
                                    requireNonNull(successors).stream()
                                            .anyMatch(successor ->
                                                    successor.code().equals(part.successor())),
                                    RegistryProblem.AREA_NOT_A_PART,
                                    place + "/successor"));
        }
        return fault;
    }
}
