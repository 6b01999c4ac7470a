package id.tumbuh.reporting;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.Announcement;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Events of the other services, announced on the real broker as they would announce them. */
@ApplicationScoped
public class Given {
    private final Database database;

    Given(Database database) {
        this.database = database;
    }

    public void announced(Collection<Announcement> events) {
        database.write(Scope.everywhere(), tx -> {
            tx.announceAll(events);
            return null;
        });
    }

    public void announced(Announcement... events) {
        announced(List.of(events));
    }

    /** A kabupaten with two kecamatan of two desa each. */
    public static Announcement areas(String kabupaten, String name) {
        String below = """
                [{"code":"%1$s.01","name":"%2$s Utara"},{"code":"%1$s.01.2001","name":"Sukamaju"},
                {"code":"%1$s.01.2002","name":"Sukamakmur"},{"code":"%1$s.02","name":"%2$s Selatan"},
                {"code":"%1$s.02.2001","name":"Karangsari"},{"code":"%1$s.02.2002","name":"Mekarsari"}]""".formatted(kabupaten, name);
        return event("registry.areas", "registry.areas-published", kabupaten, kabupaten, 1, """
                {"code":"%s","name":"%s","level":"KABUPATEN_KOTA","parentCode":"%s","parentName":"Contoh","version":1,
                "areas":%s}""".formatted(
                        kabupaten, name, kabupaten.substring(0, 2), below));
    }

    public static Announcement child(UUID id, long version, String area, String sex, LocalDate born, boolean active) {
        return event(
                "registry.children", "registry.child-registered", id.toString(), id.toString(), version, """
                {"childId":"%s","version":%d,"familyId":"%s","areaCode":"%s","sex":"%s","birthDate":"%s","active":%s}""".formatted(
                                id, version, id, area, sex, born, active));
    }

    public static Announcement status(UUID child, long version, String area, String stunting) {
        String type = stunting.equals("NORMAL") ? "child-ceased-stunted" : "child-became-stunted";
        return event(
                "measurement.children",
                "measurement." + type,
                child.toString(),
                child.toString(),
                version,
                """
                {"childId":"%s","version":%d,"familyId":"%s","areaCode":"%s","sex":"P","stunting":"%s",
                "since":"2024-07-10","measuredOn":"2024-07-10","lengthHeightForAge":-2.35,"ageMonths":14}""".formatted(child, version, child, area, stunting));
    }

    /** A family; without factors it is not at risk. */
    public static Announcement family(UUID id, long version, String area, boolean targeted, List<String> factors) {
        return event(
                "registry.families", "registry.family-changed", id.toString(), id.toString(), version, """
                {"familyId":"%s","version":%d,"areaCode":"%s","targeted":%s,"targetCategories":[],"atRisk":%s,
                "riskFactors":[%s],"ruleVersion":"1"}""".formatted(
                                id,
                                version,
                                area,
                                targeted,
                                !factors.isEmpty(),
                                factors.stream().map(one -> '"' + one + '"').collect(Collectors.joining(","))));
    }

    /** A team takes the family into its care, until it is released. */
    public static Announcement companion(
            UUID id, long version, UUID family, String area, LocalDate from, @Nullable LocalDate until) {
        return event(
                "registry.companions",
                "registry.companion-assigned",
                id.toString(),
                family.toString(),
                version,
                """
                {"assignmentId":"%s","version":%d,"teamId":"%s","targetKind":"FAMILY","targetId":"%s","familyId":"%s",
                "areaCode":"%s","cause":"BY_HAND","assignedOn":"%s"%s}""".formatted(
                                id,
                                version,
                                id,
                                family,
                                family,
                                area,
                                from,
                                until == null ? "" : ",\"releasedOn\":\"" + until + '"'));
    }

    /** Companions visited the family, or somebody of it. */
    public static Announcement visit(UUID family, String area, LocalDate on, boolean counts) {
        UUID id = UUID.randomUUID();
        return event(
                "registry.companions", "registry.companion-visited", id.toString(), family.toString(), 1, """
                {"visitId":"%s","version":1,"teamId":"%s","targetKind":"PREGNANCY","targetId":"%s","familyId":"%s",
                "areaCode":"%s","visitedOn":"%s","outcome":"%s","counts":%s,"services":[]}""".formatted(
                                id, id, id, family, area, on, counts ? "DONE" : "NOT_AT_HOME", counts));
    }

    /** A couple that plans to marry, until something came of it or nothing will. */
    public static Announcement couple(
            UUID id, long version, String area, LocalDate registered, @Nullable LocalDate ended) {
        return event(
                "registry.couples",
                ended == null ? "registry.couple-changed" : "registry.couple-married",
                id.toString(),
                id.toString(),
                version,
                """
                {"coupleId":"%s","version":%d,"familyId":"%s","areaCode":"%s","brideId":"%s","registeredOn":"%s",
                "state":"%s"%s}""".formatted(
                                id,
                                version,
                                id,
                                area,
                                id,
                                registered,
                                ended == null ? "PLANNED" : "MARRIED",
                                ended == null ? "" : ",\"endedOn\":\"" + ended + '"'));
    }

    /** A team takes the couple into its care, until it is released. */
    public static Announcement companionOfCouple(
            UUID id, long version, UUID couple, String area, LocalDate from, @Nullable LocalDate until) {
        return event(
                "registry.companions",
                "registry.companion-assigned",
                id.toString(),
                couple.toString(),
                version,
                """
                {"assignmentId":"%s","version":%d,"teamId":"%s","targetKind":"COUPLE","targetId":"%s","familyId":"%s",
                "areaCode":"%s","cause":"BY_HAND","assignedOn":"%s"%s}""".formatted(
                                id,
                                version,
                                id,
                                couple,
                                couple,
                                area,
                                from,
                                until == null ? "" : ",\"releasedOn\":\"" + until + '"'));
    }

    /** The health of a couple was checked. */
    public static Announcement coupleCheck(
            UUID id, long version, UUID couple, String area, LocalDate on, boolean voided) {
        return event(
                "measurement.couple-checks",
                voided ? "measurement.couple-check-voided" : "measurement.couple-checked",
                id.toString(),
                couple.toString(),
                version,
                """
                {"checkId":"%s","version":%d,"coupleId":"%s","areaCode":"%s","checkedOn":"%s","voided":%s,"source":"ELSIMIL",
                "bride":{},"groom":{},"result":"INCOMPLETE","concerns":[],"notChecked":[],"ruleVersions":[]}""".formatted(id, version, couple, area, on, voided));
    }

    /** A need of a child, open until it is closed. */
    public static Announcement need(
            UUID id, long version, UUID child, String area, LocalDate opened, @Nullable LocalDate closed) {
        return new Announcement(
                "intervention.needs",
                "id.tumbuh.intervention.need-changed.v2",
                id.toString(),
                child.toString(),
                version,
                """
                {"needId":"%s","version":%d,"childId":"%s","familyId":"%s","areaCode":"%s","causes":["STUNTED"],"items":[],
                "rank":76,"firstThousandDays":true,"ruleVersion":"1","state":"%s","openedOn":"%s"%s,"reason":"CAUSE_FOUND"}""".formatted(
                                id,
                                version,
                                child,
                                child,
                                area,
                                closed == null ? "OPEN" : "CLOSED",
                                opened,
                                closed == null ? "" : ",\"closedOn\":\"" + closed + '"')
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** A promise to see to a need, until it ended. */
    public static Announcement placement(
            UUID id, long version, UUID need, UUID child, String area, LocalDate from, @Nullable LocalDate ended) {
        return event(
                "intervention.placements",
                "intervention.placement-committed",
                id.toString(),
                child.toString(),
                version,
                """
                {"placementId":"%s","version":%d,"needId":"%s","sponsorId":"%s","childId":"%s","familyId":"%s",
                "areaCode":"%s","items":[],"state":"%s","from":"%s","to":"%s"%s}""".formatted(
                                id,
                                version,
                                need,
                                id,
                                child,
                                child,
                                area,
                                ended == null ? "COMMITTED" : "ENDED",
                                from,
                                from.plusMonths(6),
                                ended == null ? "" : ",\"endedOn\":\"" + ended + '"'));
    }

    public static Announcement event(String topic, String type, String key, String family, long sequence, String body) {
        return new Announcement(
                topic, "id.tumbuh." + type + ".v1", key, family, sequence, body.getBytes(StandardCharsets.UTF_8));
    }
}
