package id.tumbuh.registry.rescreening;

import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Form;
import id.tumbuh.registry.batch.Registration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Rules to be tried in JSON. */
@Schema(name = "RulePreviewRequest")
record PreviewForm(@Nullable List<RuleChange> changes) implements Form {
    private static final int MOST = 20;

    @Override
    public Optional<Registration.Invalid> fault() {
        Optional<Registration.Invalid> fault = Faults.first(
                Faults.required("/changes", changes),
                Faults.between(1, MOST, "/changes", changes == null ? null : changes.size()));
        if (changes != null) {
            for (int change = 0; fault.isEmpty() && change < changes.size(); change++) {
                fault = changes.get(change).fault("/changes/" + change);
            }
        }
        return fault;
    }
}
