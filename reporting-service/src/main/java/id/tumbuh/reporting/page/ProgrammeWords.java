package id.tumbuh.reporting.page;

import static java.util.stream.Collectors.toMap;

import id.tumbuh.reporting.programme.Programme;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The words people wrote for programmes; where they are not told, what the figures say by themselves. */
record ProgrammeWords(
        ProgrammeMessages messages,
        Map<UUID, InterventionRecords.Titled> titles,
        Map<UUID, String> offices,
        Map<String, String> outcomes) {
    ProgrammeWords(ProgrammeMessages messages, Intervention.Words told) {
        this(
                messages,
                told.programmes().stream().collect(toMap(InterventionRecords.Titled::id, one -> one)),
                told.offices().stream()
                        .collect(toMap(InterventionRecords.Office::id, InterventionRecords.Office::name)),
                told.outcomes().stream()
                        .collect(toMap(InterventionRecords.Outcome::code, InterventionRecords.Outcome::indonesian)));
    }

    String title(Programme one) {
        InterventionRecords.Titled titled = titles.get(one.id());
        return titled == null ? messages.titleUnknown(one.field()) : titled.title();
    }

    String unit(Programme one) {
        InterventionRecords.Titled titled = titles.get(one.id());
        return titled == null ? messages.unitUnknown() : titled.unit();
    }

    String office(Programme one) {
        return offices.getOrDefault(one.opd(), one.field());
    }

    @Nullable
    String indicator(Programme one) {
        String code = one.indicator();
        return code == null ? null : outcomes.containsKey(code) ? code + " " + outcomes.get(code) : code;
    }
}
