package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the calendar, Indonesian. {@link EnglishAgendaMessages} must have every one of them. */
@MessageBundle(value = "agenda", locale = "id")
public interface AgendaMessages {
    @Message("Kalender aksi")
    String title();

    @Message("Tahun")
    String year();

    @Message("Sumber: aturan calendar.year, komitmen rembuk dari kejadian, agenda dari intervention-service")
    String source();

    @Message("8 aksi konvergensi dan pengukuran serentak")
    String actions();

    @Message("Aksi")
    String action();

    @Message("Waktu")
    String days();

    @Message("Keadaan")
    String state();

    @Message("lewat")
    String over();

    @Message("berjalan")
    String running();

    @Message("H-{days}")
    String inDays(String days);

    @Message("hari ini")
    String today();

    @Message("{from} sampai {to}")
    String span(String from, String to);

    @Message("Letak dalam setahun, Januari sampai Desember")
    String chart();

    @Message("Agenda tahun ini")
    String entries();

    @Message("Hari")
    String day();

    @Message("Jenis")
    String kind();

    @Message("Agenda")
    String entry();

    @Message("Wilayah")
    String area();

    @Message("Rembuk stunting")
    String rembuk();

    @Message("Audit kasus")
    String caseAudit();

    @Message("Batas laporan program")
    String programme();

    @Message("Komitmen rembuk")
    String commitment();

    @Message("Jatuh tempo: {party}")
    String dueOf(String party);

    @Message("ditepati")
    String kept();

    @Message("lewat tenggat")
    String overdue();

    @Message("{entry} ({count})")
    String times(String entry, String count);

    @Message("Komitmen rembuk")
    String commitments();

    @Message("Pihak")
    String party();

    @Message("Jatuh tempo tahun ini")
    String due();

    @Message("Ditepati")
    String keptCount();

    @Message("Lewat tenggat")
    String overdueCount();

    @Message("Belum jatuh tempo")
    String openCount();

    @Message("Belum ada komitmen rembuk yang jatuh tempo tahun ini.")
    String noCommitments();

    @Message("Belum ada agenda tahun ini.")
    String noEntries();

    @Message("Agenda rembuk, audit dan program ditampilkan per provinsi ke bawah.")
    String country();

    @Message("Agenda rembuk, audit dan program tidak ditampilkan untuk peran Anda.")
    String entriesRefused();

    @Message(
            "Agenda rembuk, audit dan program sedang tidak dapat dibaca dari intervention-service. Aksi dan komitmen tetap lengkap.")
    String entriesAway();

    @Message("Aturan dan sumbernya")
    String ruleNote();

    @Message("Hari-hari aksi adalah anggapan; kabupaten menetapkan sendiri.")
    String assumed();
}
