package id.tumbuh.measurement.roster;

import org.jspecify.annotations.Nullable;

/** A child before and after the registry's word; before is null when the child is new here. */
public record RosterChange(@Nullable RosteredChild before, RosteredChild after) {

    public boolean arrived() {
        return before == null;
    }

    public boolean moved() {
        return before != null && !before.areaCode().equals(after.areaCode());
    }

    /** Sex or birth date: every assessment made with the old one is wrong. */
    public boolean corrected() {
        return before != null
                && (before.sex() != after.sex() || !before.birthDate().equals(after.birthDate()));
    }
}
