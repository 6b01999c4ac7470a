package id.tumbuh.platform.messaging;

/**
 * This event can't be applied, now or later: unreadable, or against an invariant of the consumer.
 *
 * <p>The reason is a word of the program, never a value of the event: it is kept in the quarantine and in the log.
 */
public class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String reason) {
        super(reason, null, false, false);
    }
}
