package id.tumbuh.registry.companion;

import static java.util.Objects.requireNonNull;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.batch.RowForm;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A team in JSON. Without areas it serves the desa where it sits. */
@Schema(name = "CompanionTeam", examples = """
        {"id": "0198c1a0-0000-7000-8000-0000000000b1", "area": "36.04.20.2006", "number": 1, "areas": ["36.04.20.2006"],
         "members": [{"role": "MIDWIFE", "subject": "bidan-7", "name": "Sari Contoh"},
                     {"role": "PKK_CADRE", "subject": "pkk-12"}, {"role": "KB_CADRE", "subject": "kb-3"}]}""")
record TeamForm(
        @Nullable UUID id,
        @Nullable String area,
        @Nullable Integer number,
        @Nullable Boolean active,
        @Nullable List<String> areas,
        @Nullable List<Person> members)
        implements RowForm<NewTeam> {
    /** Sixteen digits in a row are a NIK: an account is no place for one. */
    private static final Pattern SUBJECT = Pattern.compile("(?!.*\\d{16})[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");

    private static final int MOST = 50;
    private static final int LONGEST_NAME = 200;

    /** A member in JSON. */
    @Schema(name = "CompanionTeamMember")
    record Person(
            @Nullable CompanionRole role,
            @Nullable String subject,
            @Nullable String name) {}

    @Override
    public Optional<Registration.Invalid> fault() {
        return Faults.first(
                        Faults.required("/id", id),
                        Faults.required("/area", area),
                        Faults.area("/area", area),
                        Faults.required("/number", number),
                        Faults.between(1, 999, "/number", number),
                        Faults.required("/members", members),
                        Faults.unless(
                                members == null || members.size() <= MOST, CommonProblem.OUT_OF_RANGE, "/members"),
                        Faults.unless(
                                areas == null || (!areas.isEmpty() && areas.size() <= MOST),
                                CommonProblem.OUT_OF_RANGE,
                                "/areas"))
                .or(this::faultOfAreas)
                .or(this::faultOfMembers);
    }

    private Optional<Registration.Invalid> faultOfAreas() {
        List<String> given = served();
        for (int index = 0; index < given.size(); index++) {
            String field = "/areas/" + index;
            Optional<Registration.Invalid> fault =
                    Faults.first(Faults.required(field, given.get(index)), Faults.area(field, given.get(index)));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<Registration.Invalid> faultOfMembers() {
        Set<String> known = new HashSet<>();
        List<Person> given = requireNonNull(members);
        for (int index = 0; index < given.size(); index++) {
            Optional<Registration.Invalid> fault = fault(given.get(index), "/members/" + index, known);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<Registration.Invalid> fault(@Nullable Person person, String field, Set<String> known) {
        if (person == null) {
            return Faults.required(field, null);
        }
        String subject = person.subject();
        return Faults.first(
                Faults.required(field + "/role", person.role()),
                Faults.required(field + "/subject", subject),
                Faults.unless(
                        subject == null || SUBJECT.matcher(subject).matches(),
                        CompanionProblem.SUBJECT_INVALID,
                        field + "/subject"),
                Faults.unless(
                        subject == null || known.add(subject), CompanionProblem.SUBJECT_TWICE, field + "/subject"),
                Faults.atMost(LONGEST_NAME, field + "/name", person.name()));
    }

    private List<String> served() {
        return areas == null ? List.of(requireNonNull(area)) : areas;
    }

    @Override
    public NewTeam value() {
        return new NewTeam(
                requireNonNull(id),
                new AreaCode(requireNonNull(area)),
                requireNonNull(number),
                active == null || active,
                served().stream().map(AreaCode::new).toList(),
                requireNonNull(members).stream()
                        .map(person -> new NewTeam.Member(
                                requireNonNull(person.role()), requireNonNull(person.subject()), person.name()))
                        .toList());
    }
}
