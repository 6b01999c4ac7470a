package id.tumbuh.reporting.stream;

import static id.tumbuh.platform.access.Roles.ADMIN;
import static id.tumbuh.platform.access.Roles.AUDITOR;
import static id.tumbuh.platform.access.Roles.BKKBN;
import static id.tumbuh.platform.access.Roles.OPD;
import static id.tumbuh.platform.access.Roles.PUSKESMAS;
import static id.tumbuh.platform.access.Roles.SYSTEM;
import static id.tumbuh.platform.access.Roles.TPPS;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A topic that subscribers may follow, its types, and who may see them.
 *
 * <p>One rule: what names a child or family by its id is for the roles that may read the case list by ids, and for the systems that
 * registered them; of companions, placements, deliveries, measuring quality and case audits hears who may read them over REST. So
 * an auditor hears of no child or family by its id, and an OPD of no case audit (over REST it knows those it was told of only).
 * Partners, kader and companions hear of nothing here: a partner knows a child by a pseudonym of its own, and is told by webhooks.
 */
enum StreamedTopic {
    MEASUREMENTS(
            "measurement.measurements",
            Readers.OF_PERSONS,
            "child-measured",
            "measurement-corrected",
            "measurement-voided",
            "measurement-reassessed"),
    CHILDREN(
            "measurement.children",
            Readers.OF_PERSONS,
            "child-became-stunted",
            "child-stunting-severity-changed",
            "child-ceased-stunted"),
    FALTERING("measurement.faltering", Readers.OF_PERSONS, "growth-faltered", "growth-recovered"),
    QUALITY("measurement.quality", Set.of(TPPS, PUSKESMAS, BKKBN, AUDITOR, ADMIN), "measuring-quality-assessed"),
    FAMILIES(
            "registry.families",
            Readers.OF_PERSONS,
            "family-registered",
            "family-changed",
            "family-flagged-at-risk",
            "family-risk-changed",
            "family-risk-cleared",
            "family-moved",
            "family-split",
            "family-merged",
            "family-merge-undone"),
    COMPANIONS(
            "registry.companions",
            Set.of(TPPS, PUSKESMAS, BKKBN, SYSTEM, ADMIN),
            "companion-assigned",
            "companion-released",
            "companion-visited"),
    NEEDS("intervention.needs", Readers.OF_PERSONS, "need-opened", "need-changed", "need-closed"),
    PLACEMENTS(
            "intervention.placements",
            Set.of(TPPS, BKKBN, ADMIN),
            "placement-held",
            "placement-committed",
            "placement-renewed",
            "placement-ended"),
    DELIVERIES(
            "intervention.deliveries",
            Set.of(TPPS, PUSKESMAS, BKKBN, OPD, ADMIN),
            "delivery-made",
            "delivery-missed",
            "delivery-refused"),
    REFERRALS(
            "intervention.referrals",
            Readers.OF_PERSONS,
            "referral-opened",
            "referral-accepted",
            "referral-declined",
            "referral-sent-again",
            "referral-done",
            "referral-escalated",
            "referral-closed"),
    CASE_AUDITS(
            "intervention.case-audits",
            Set.of(TPPS, PUSKESMAS, BKKBN, AUDITOR, ADMIN),
            "case-audit-stage-reached",
            "case-audit-changed",
            "case-audit-reminded"),
    INDICATORS("reporting.indicators", Readers.OF_FIGURES, "indicators-changed"),
    EVALUATIONS(
            "reporting.evaluations",
            Set.of(TPPS, PUSKESMAS, BKKBN, OPD, AUDITOR, ADMIN),
            "evaluation-submitted",
            "evaluation-returned",
            "evaluation-accepted");

    private static final Map<String, StreamedTopic> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(it -> it.topic, Function.identity()));

    private final String topic;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> readers;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final Set<String> types;

    StreamedTopic(String topic, Set<String> readers, String... types) {
        String owner = topic.substring(0, topic.indexOf('.') + 1);
        this.topic = topic;
        this.readers = readers;
        this.types = Arrays.stream(types).map(owner::concat).collect(Collectors.toUnmodifiableSet());
    }

    /** Who reads what is of more than one topic. */
    private static final class Readers {
        private static final Set<String> OF_PERSONS = Set.of(TPPS, PUSKESMAS, BKKBN, OPD, SYSTEM, ADMIN);
        private static final Set<String> OF_FIGURES = Set.of(TPPS, PUSKESMAS, BKKBN, OPD, SYSTEM, AUDITOR, ADMIN);
    }

    static List<String> names() {
        return Arrays.stream(values()).map(it -> it.topic).toList();
    }

    static Optional<StreamedTopic> named(String topic) {
        return Optional.ofNullable(BY_NAME.get(topic));
    }

    /** The topic of a type as subscribers write it, {@code measurement.child-measured}. */
    static Optional<StreamedTopic> ofType(String type) {
        return Arrays.stream(values()).filter(it -> it.types.contains(type)).findFirst();
    }

    static Set<StreamedTopic> readableBy(Set<String> roles) {
        Set<StreamedTopic> readable = EnumSet.noneOf(StreamedTopic.class);
        for (StreamedTopic one : values()) {
            if (one.readers.stream().anyMatch(roles::contains)) {
                readable.add(one);
            }
        }
        return readable;
    }

    String topic() {
        return topic;
    }

    Set<String> types() {
        return types;
    }
}
