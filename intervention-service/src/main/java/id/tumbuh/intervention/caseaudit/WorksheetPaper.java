package id.tumbuh.intervention.caseaudit;

import static java.util.stream.Collectors.joining;

import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Codes;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Completion;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.FollowUp;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Review;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Worksheet;
import id.tumbuh.intervention.print.Html;
import id.tumbuh.platform.http.Languages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The worksheet of a case (KKA) as a page to be printed and signed, in Indonesian: by its number, with a line for the name. */
final class WorksheetPaper {
    private static final Locale LANGUAGE = Languages.INDONESIAN;
    private static final String STYLE = """
            @page { size: A4; margin: 16mm 16mm 18mm 16mm;
                @bottom-left { content: "Kertas kerja audit kasus stunting - RAHASIA"; font-family: Jakarta; font-size: 7.5pt; color: #555 }
                @bottom-right { content: counter(page) " / " counter(pages); font-family: Jakarta; font-size: 7.5pt; color: #555 } }
            body { font-family: Jakarta; font-size: 9pt; line-height: 1.35; color: #111 }
            h1 { font-size: 14pt; margin: 0 0 1mm 0 }
            h2 { font-size: 10.5pt; margin: 5mm 0 1.5mm 0; border-bottom: 0.4mm solid #1f6f54; color: #1f6f54;
                page-break-after: avoid }
            .sub { color: #555; margin: 0 0 3mm 0 }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate }
            tr { page-break-inside: avoid }
            td, th { border: 0.2mm solid #999; padding: 1.1mm 1.8mm; text-align: left; vertical-align: top }
            th { background: #eef4f1; font-weight: bold }
            td.label { width: 52% }
            table.head td { border: none; padding: 0.6mm 0 } table.head td.label { width: 32%; color: #555 }
            .hand { border-bottom: 0.2mm solid #333; height: 6mm }
            .empty { height: 8mm }
            table.sign { margin-top: 8mm; page-break-inside: avoid } table.sign td { border: none; width: 50%; height: 26mm }
            .muted { color: #777 } ul { margin: 0; padding-left: 6mm } th.day { width: 32mm } th.field { width: 30mm } th.result { width: 54mm }
            .hand.sign { margin-top: 14mm; width: 70mm }""";

    private final CaseAudit audit;
    private final CaseAuditWords words;
    private final WorksheetDefinition definition;
    private final Worksheet worksheet;
    private final Set<String> needed;

    private WorksheetPaper(
            CaseAudit audit,
            Worksheet worksheet,
            CaseAuditWords words,
            WorksheetDefinition definition,
            Set<String> needed) {
        this.audit = audit;
        this.worksheet = worksheet;
        this.words = words;
        this.definition = definition;
        this.needed = new TreeSet<>(needed);
    }

    /** By the definition of the day it was filled in; of a case whose worksheet is filled in. */
    static String of(CaseAudit audit, CaseAuditRules rules) {
        Worksheet worksheet = Optional.ofNullable(audit.file().dossier().worksheet())
                .orElseThrow(() -> new IllegalArgumentException("the worksheet is still empty"));
        CaseAuditGroup group = audit.file().identity().group();
        LocalDate day = worksheet.act().on();
        return new WorksheetPaper(
                        audit,
                        worksheet,
                        rules.words(rules.today()),
                        rules.worksheet(group, day),
                        rules.neededExperts(group, day))
                .page();
    }

    private String page() {
        StringBuilder body = new StringBuilder("<h1>Kertas Kerja Audit Kasus Stunting (KKA)</h1>");
        body.append(Html.paragraph("sub", audit.file().identity().group().indonesian()));
        head(body);
        definition.sections().forEach(section -> section(body, section));
        reviews(body);
        body.append("<h2>Rekomendasi</h2>")
                .append(codes(
                        CaseAuditWords.RECOMMENDATIONS, audit.file().dossier().recommendation()));
        body.append("<h2>Diseminasi kepada</h2>")
                .append(codes(CaseAuditWords.FIELDS, audit.file().dossier().dissemination()));
        followUps(body);
        body.append("<table class=\"sign\"><tr><td>Petugas pengisi,<div class=\"hand sign\"></div></td>"
                + "<td>Ketua tim teknis,<div class=\"hand sign\"></div></td></tr></table>");
        return Html.page("Kertas kerja " + audit.file().identity().number(), STYLE, body.toString());
    }

    private void head(StringBuilder body) {
        CaseAuditFile file = audit.file();
        body.append("<table class=\"head\">")
                .append(Html.row("Nomor kasus", file.identity().number()))
                .append(Html.row(
                        "Wilayah (kode desa/kelurahan)",
                        file.whereabouts().area().value()))
                .append(Html.row("Diisi pada", PaperDay.of(worksheet.act().on(), LANGUAGE)))
                .append(Html.row("Tahap", audit.stage().indonesian()))
                .append(Html.row(
                        "Alasan diusulkan",
                        file.proposal().reasons().stream()
                                .map(CaseAuditReason::indonesian)
                                .collect(joining("; "))))
                .append("<tr><td class=\"label\">Nama (ditulis tangan oleh yang berwenang)</td>")
                .append("<td><div class=\"hand\"></div></td></tr></table>");
    }

    private void section(StringBuilder body, WorksheetDefinition.Section section) {
        body.append("<h2>").append(Html.text(section.indonesian())).append("</h2><table>");
        for (WorksheetField field : section.fields()) {
            String answer = worksheet.answers().get(field.code());
            body.append(Html.row(field.indonesian(), answer == null ? "–" : field.say(answer, LANGUAGE)));
        }
        body.append("</table>");
    }

    /** Also a line for each expert who has not written yet. */
    private void reviews(StringBuilder body) {
        body.append(
                "<h2>Kajian tim pakar</h2><table><tr><th>Pakar</th><th>Temuan</th><th class=\"day\">Tanggal</th></tr>");
        Set<String> open = new TreeSet<>(needed);
        for (Review review : audit.file().dossier().reviews()) {
            open.remove(review.expert());
            body.append(Html.cells(List.of(
                    say(CaseAuditWords.EXPERTS, review.expert()),
                    review.findings().stream()
                            .map(code -> say(CaseAuditWords.FINDINGS, code))
                            .collect(joining("; ")),
                    PaperDay.of(review.act().on(), LANGUAGE))));
        }
        open.forEach(expert -> body.append("<tr><td>")
                .append(Html.text(say(CaseAuditWords.EXPERTS, expert)))
                .append("</td><td class=\"empty\"></td><td></td></tr>"));
        body.append("</table>");
    }

    private String codes(String list, @Nullable Codes codes) {
        return codes == null
                ? Html.paragraph("muted", "Belum ada")
                : codes.codes().stream()
                        .map(code -> "<li>" + Html.text(say(list, code)) + "</li>")
                        .collect(joining("", "<ul>", "</ul>"));
    }

    private void followUps(StringBuilder body) {
        List<FollowUp> lines = new ArrayList<>(audit.file().dossier().followUps());
        if (lines.isEmpty()) {
            body.append("<h2>Rencana tindak lanjut (RTL)</h2>").append(Html.paragraph("muted", "Belum ada"));
            return;
        }
        body.append(
                        "<h2>Rencana tindak lanjut (RTL)</h2><table><tr><th>Tindakan</th><th class=\"field\">Bidang</th><th>Pelaksana</th>")
                .append("<th class=\"day\">Batas waktu</th><th class=\"result\">Hasil</th></tr>");
        lines.forEach(line -> body.append(Html.cells(List.of(
                say(CaseAuditWords.RECOMMENDATIONS, line.action()),
                say(CaseAuditWords.FIELDS, line.field()),
                say(CaseAuditWords.PARTIES, line.party()),
                PaperDay.of(line.dueOn(), LANGUAGE),
                result(line.completion())))));
        body.append("</table>");
    }

    private String result(@Nullable Completion completion) {
        if (completion == null) {
            return "Belum";
        }
        return completion.done()
                ? "Selesai " + PaperDay.of(completion.act().on(), LANGUAGE) + ", " + evidence(completion)
                : "Tidak terlaksana: "
                        + Optional.ofNullable(completion.reason())
                                .map(code -> say(CaseAuditWords.FAILURE_REASONS, code))
                                .orElse("");
    }

    private String evidence(Completion completion) {
        return Optional.ofNullable(completion.evidence())
                        .map(code -> say(CaseAuditWords.EVIDENCE, code))
                        .orElse("")
                + " "
                + Optional.ofNullable(completion.reference()).orElse("");
    }

    private String say(String list, String code) {
        return words.say(list, code, LANGUAGE);
    }
}
