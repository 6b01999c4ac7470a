package id.tumbuh.intervention.calendar;

/** Which feature of the programme an entry is of. Which role sees which is the rule {@code calendar.kinds-of-role}. */
public enum CalendarKind {
    WEIGHING,
    MEASURING,
    REMBUK,
    CASE_AUDIT,
    DELIVERY,
    PROGRAMME,
    CONVERGENCE
}
