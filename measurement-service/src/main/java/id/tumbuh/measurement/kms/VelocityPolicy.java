package id.tumbuh.measurement.kms;

import org.jspecify.annotations.Nullable;

/**
 * When weight velocity says more than the mark of the card.
 *
 * @param slowBelow z-score below which a gain is slow
 * @param usualFrom z-score from which on it is usual
 */
public record VelocityPolicy(double slowBelow, double usualFrom) {

    /** Null when the card says as much: a first weighing, an ordinary N or T. */
    public @Nullable VelocityNote note(GrowthMark mark, double z) {
        return switch (mark) {
            case B -> null;
            case O -> z < slowBelow ? VelocityNote.SLOW_OVER_MISSED_MONTH : VelocityNote.USUAL_OVER_MISSED_MONTH;
            case N -> z < slowBelow ? VelocityNote.SLOW_THOUGH_GAINED : null;
            case T -> z >= usualFrom ? VelocityNote.USUAL_THOUGH_NOT_GAINED : null;
        };
    }
}
