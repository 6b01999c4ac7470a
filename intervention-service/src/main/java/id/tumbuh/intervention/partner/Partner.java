package id.tumbuh.intervention.partner;

import id.tumbuh.platform.access.AreaCode;

/**
 * An application that acts for sponsors.
 *
 * @param client as the token's claim {@code azp} names it
 * @param version grows by 1 with every change
 */
record Partner(String client, Terms terms, long version) {

    /**
     * What was agreed with it.
     *
     * @param contact the role of whom to talk to, never a person's name
     * @param suspended it may see and do nothing, and is told nothing
     */
    record Terms(String institution, AreaCode area, String contact, boolean suspended) {}
}
