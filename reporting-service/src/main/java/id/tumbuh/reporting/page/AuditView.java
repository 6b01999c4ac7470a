package id.tumbuh.reporting.page;

import id.tumbuh.reporting.caseaudit.CaseAuditConsumer;
import id.tumbuh.reporting.caseaudit.CaseAudits;
import id.tumbuh.reporting.progress.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the case audits of an area in a semester and puts them into words. */
@ApplicationScoped
class AuditView {
    private static final int SHOWN = 200;
    private static final List<String> GROUPS = List.of("CATIN", "PREGNANT", "POST_PARTUM", "BADUTA", "BALITA");

    private final CaseAudits audits;
    private final Progress progress;

    AuditView(CaseAudits audits, Progress progress) {
        this.audits = audits;
        this.progress = progress;
    }

    /**
     * What stands in the database, read in one go.
     *
     * @param semester null when there are no cases at all
     * @param listed whether the reader may see cases one by one
     */
    record Read(
            Opening.Place place,
            List<String> semesters,
            @Nullable String semester,
            List<CaseAudits.Count> counts,
            List<CaseAudits.Case> cases,
            boolean listed,
            @Nullable Instant asOf) {
        long sum(String group, @Nullable AuditStage stage) {
            return counts.stream()
                    .filter(count -> count.group().equals(group))
                    .filter(count -> stage == null || AuditStage.of(count.stage()) == stage)
                    .mapToLong(CaseAudits.Count::cases)
                    .sum();
        }

        long sum(AuditStage stage) {
            return GROUPS.stream().mapToLong(group -> sum(group, stage)).sum();
        }

        long sum() {
            return counts.stream().mapToLong(CaseAudits.Count::cases).sum();
        }
    }

    Read read(Handle sql, Opening.Place place, @Nullable String asked, boolean listed) {
        String area = place.area().code();
        List<String> semesters = audits.semesters(sql, area);
        @Nullable
        String semester = semesters.contains(asked)
                ? asked
                : semesters.stream().findFirst().orElse(null);
        return new Read(
                place,
                semesters,
                semester,
                semester == null ? List.of() : audits.counts(sql, area, semester),
                semester == null || !listed ? List.of() : audits.list(sql, area, semester, SHOWN),
                listed,
                progress.asOf(sql, List.of(CaseAuditConsumer.GROUP)).orElse(null));
    }

    AuditPage page(Read read, Locale locale) {
        Wording wording = new Wording(locale);
        AuditMessages words = Pages.words(AuditMessages.class, locale);
        long more = read.sum() - read.cases().size();
        return new AuditPage(
                read.place(),
                read.asOf() == null ? null : wording.moment(read.asOf()),
                read.semester(),
                read.semester() == null ? "" : semester(read.semester(), words),
                read.semesters().stream()
                        .map(one -> new AuditPage.Choice(one, semester(one, words), one.equals(read.semester())))
                        .toList(),
                Arrays.stream(AuditStage.values()).map(stage -> stage.in(words)).toList(),
                GROUPS.stream().map(group -> group(read, group, words, wording)).toList(),
                read.cases().stream().map(one -> row(one, words, wording)).toList(),
                read.listed() ? null : words.casesHidden(),
                read.listed() && more > 0 ? words.more(wording.count(more)) : null);
    }

    private static AuditPage.Group group(Read read, String group, AuditMessages words, Wording wording) {
        return new AuditPage.Group(
                name(group, words),
                Arrays.stream(AuditStage.values())
                        .map(stage -> new AuditPage.Cell(stage.in(words), wording.count(read.sum(group, stage))))
                        .toList(),
                wording.count(read.sum(group, null)));
    }

    private static AuditPage.Row row(CaseAudits.Case one, AuditMessages words, Wording wording) {
        return new AuditPage.Row(
                one.number(),
                name(one.group(), words),
                one.areaName() == null ? one.area() : one.areaName(),
                AuditStage.of(one.stage()).in(words),
                wording.shortDate(one.reachedOn()),
                one.followUps() == 0
                        ? ""
                        : words.openOf(wording.count(one.openFollowUps()), wording.count(one.followUps())));
    }

    private static String semester(String code, AuditMessages words) {
        return words.semesterOf(Roman.of(code.charAt(5) - '0'), code.substring(0, 4));
    }

    private static String name(String group, AuditMessages words) {
        return switch (group) {
            case "CATIN" -> words.catin();
            case "PREGNANT" -> words.pregnant();
            case "POST_PARTUM" -> words.postPartum();
            case "BADUTA" -> words.baduta();
            case "BALITA" -> words.balita();
            default -> group;
        };
    }
}
