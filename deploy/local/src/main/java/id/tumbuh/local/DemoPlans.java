package id.tumbuh.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What the offices of the demo's kabupaten plan this year and what became of it, and what was promised at its rembuk: invented, as its
 * team would write it down. Sent once more it changes nothing, and what somebody changed since stays as it is.
 */
final class DemoPlans {

    private static final String AREA = "36.04";
    private static final Pattern TOLD_QUARTERS = Pattern.compile("\"quarter\"\\s*:\\s*(\\d)");
    private static final Pattern HASH = Pattern.compile("\"sha256\"\\s*:\\s*\"([0-9a-f]{64})\"");
    private static final Pattern SIGNED = Pattern.compile("\"state\"\\s*:\\s*\"(SIGNED)\"");
    private static final Pattern KEPT = Pattern.compile("\"state\"\\s*:\\s*\"(KEPT|WITHDRAWN)\"");
    /** Of a paper that is nowhere: the demo's promises were kept on invented paper. */
    private static final String NO_PAPER = "0".repeat(64);

    private static final int MONTHS_OF_A_QUARTER = 3;

    private final ServiceApi api;
    private final LocalDate today;

    DemoPlans(ServiceApi api, LocalDate today) {
        this.api = api;
        this.today = today;
    }

    /**
     * A programme of a year.
     *
     * @param outputs what each quarter brought
     * @param millions rupiah that each quarter took, in millions
     */
    private record Plan(
            String office,
            String field,
            String area,
            String title,
            String kind,
            String indicator,
            String unit,
            int target,
            String budget,
            List<Integer> outputs,
            List<Integer> millions) {}

    private record Promise(
            String kind, String party, String what, int quantity, String unit, int month, boolean kept) {}

    private static final List<Plan> PLANS = List.of(
            new Plan(
                    "Dinas PUPR (contoh)",
                    "PUPR",
                    AREA,
                    "Jamban sehat keluarga berisiko stunting",
                    "SENSITIVE",
                    "T5",
                    "jamban",
                    240,
                    "{\"APBD\": 960000000, \"DD\": 240000000}",
                    List.of(12, 40, 32),
                    List.of(60, 190, 170)),
            new Plan(
                    "Dinas PUPR (contoh)",
                    "PUPR",
                    AREA,
                    "Sambungan air minum rumah tangga",
                    "SENSITIVE",
                    "T4",
                    "sambungan",
                    400,
                    "{\"APBD\": 1800000000}",
                    List.of(60, 120, 140),
                    List.of(250, 520, 640)),
            new Plan(
                    "Dinas Kesehatan (contoh)",
                    "DINKES",
                    AREA,
                    "PMT lokal balita gizi kurang",
                    "SPECIFIC",
                    "S8",
                    "balita",
                    1500,
                    "{\"APBN\": 2100000000, \"APBD\": 600000000}",
                    List.of(210, 480, 520),
                    List.of(380, 760, 730)),
            new Plan(
                    "Dinas Kesehatan (contoh)",
                    "DINKES",
                    AREA,
                    "Tablet tambah darah remaja putri",
                    "SPECIFIC",
                    "S3",
                    "remaja",
                    9000,
                    "{\"APBD\": 450000000}",
                    List.of(1800, 2600, 2100),
                    List.of(60, 150, 110)),
            new Plan(
                    "DKBP3A (contoh)",
                    "DP3AKB",
                    AREA,
                    "Pendampingan keluarga berisiko oleh TPK",
                    "SENSITIVE",
                    "T7",
                    "keluarga",
                    12000,
                    "{\"APBN\": 1400000000, \"APBD\": 300000000}",
                    List.of(2600, 3400, 2900),
                    List.of(320, 460, 450)),
            new Plan(
                    "Dinas Sosial (contoh)",
                    "DINSOS",
                    AREA,
                    "Bantuan pangan keluarga berisiko",
                    "SENSITIVE",
                    "T10",
                    "keluarga",
                    3000,
                    "{\"APBN\": 900000000}",
                    List.of(300, 900, 900),
                    List.of(80, 260, 280)),
            new Plan(
                    "Pemerintah Kecamatan Tunjung Teja (contoh)",
                    "DPMD",
                    "36.04.20",
                    "Dapur sehat di desa",
                    "SPECIFIC",
                    "S5",
                    "porsi",
                    18000,
                    "{\"DD\": 270000000}",
                    List.of(3000, 5200, 4800),
                    List.of(45, 78, 72)));

    private static final List<Promise> PROMISES = List.of(
            new Promise("OPD", "Dinas PUPR (contoh)", "Jamban untuk keluarga anak stunting", 240, "jamban", 12, false),
            new Promise("COMPANY", "PT Contoh Sejahtera", "Paket gizi untuk anak 2T", 120, "paket", 9, true),
            new Promise("COMPANY", "PT Contoh Makmur", "Filter air untuk desa tanpa air layak", 30, "unit", 8, false),
            new Promise(
                    "KECAMATAN", "Kecamatan Tunjung Teja", "Data balita lengkap tiap bulan", 12, "bulan", 12, false),
            new Promise(
                    "UNIVERSITY", "Universitas Contoh", "Pendampingan 10 desa oleh mahasiswa", 10, "desa", 10, true));

    void send(Consumer<String> tell) throws IOException, InterruptedException {
        for (Plan plan : PLANS) {
            programme(plan);
        }
        rembuk();
        tell.accept("%d programmes and a rembuk with %d commitments of the year %d"
                .formatted(PLANS.size(), PROMISES.size(), today.getYear()));
    }

    private void programme(Plan plan) throws IOException, InterruptedException {
        UUID office = id("office/" + plan.office());
        api.post("/v1/opds", """
                {"id": "%s", "area": "%s", "name": "%s", "field": "%s"}""".formatted(office, plan.area(), plan.office(), plan.field()));
        UUID id = id("programme/" + plan.title() + "/" + today.getYear());
        api.post("/v1/programmes", """
                {"id": "%s", "opdId": "%s", "area": "%s", "year": %d, "plan": {"title": "%s", "kind": "%s", "indicator": "%s",
                 "unit": "%s", "target": %d, "budget": %s}}""".formatted(
                        id,
                        office,
                        plan.area(),
                        today.getYear(),
                        plan.title(),
                        plan.kind(),
                        plan.indicator(),
                        plan.unit(),
                        plan.target(),
                        plan.budget()));
        for (int quarter = 1; quarter <= plan.outputs().size(); quarter++) {
            String path = "/v1/programmes/" + id;
            boolean told = api.get(path).all(TOLD_QUARTERS).contains(Integer.toString(quarter));
            if (!told && today.getMonthValue() > MONTHS_OF_A_QUARTER * quarter) {
                api.putOn(path, path + "/quarters/" + quarter, """
                        {"output": %d, "spending": {"%s": %d000000}}""".formatted(
                                plan.outputs().get(quarter - 1),
                                firstSource(plan),
                                plan.millions().get(quarter - 1)));
            }
        }
    }

    private static String firstSource(Plan plan) {
        return plan.budget().split("\"", 3)[1];
    }

    /** Held in March, or in the year before where it is not March yet. */
    private void rembuk() throws IOException, InterruptedException {
        LocalDate march = LocalDate.of(today.getYear(), 3, 10);
        LocalDate held = march.isAfter(today) ? march.minusYears(1) : march;
        UUID id = id("rembuk/" + held.getYear());
        StringBuilder promises = new StringBuilder();
        for (Promise promise : PROMISES) {
            promises.append(promises.isEmpty() ? "" : ", ").append("""
                    {"id": "%s", "partyKind": "%s", "party": "%s", "what": "%s", "quantity": %d, "unit": "%s", "dueOn": "%s"}""".formatted(
                            commitment(promise, held),
                            promise.kind(),
                            promise.party(),
                            promise.what(),
                            promise.quantity(),
                            promise.unit(),
                            due(promise, held)));
        }
        api.post("/v1/rembuk", """
                {"id": "%s", "minutes": {"area": "%s", "areaName": "Kabupaten Serang", "heldOn": "%s", "place": "Pendopo Kabupaten",
                 "participants": [{"institution": "Bappeda (contoh)", "position": "Kepala Bappeda", "present": 3},
                  {"institution": "PT Contoh Sejahtera", "position": "Manajer CSR", "present": 1}], "commitments": [%s]}}""".formatted(id, AREA, held, promises));
        ServiceApi.Answer minutes = api.get("/v1/rembuk/" + id);
        if (minutes.first(SIGNED).isEmpty()) {
            api.post("/v1/rembuk/" + id + ":sign", """
                    {"sha256": "%s", "onBehalfOf": "TPPS Kabupaten Serang"}""".formatted(minutes.first(HASH)));
        }
        for (Promise promise : PROMISES) {
            if (promise.kept() && due(promise, held).isBefore(today)) {
                keep(commitment(promise, held), due(promise, held).minusDays(9));
            }
        }
    }

    private void keep(UUID commitment, LocalDate day) throws IOException, InterruptedException {
        String path = "/v1/commitments/" + commitment;
        if (api.get(path).first(KEPT).isEmpty()) {
            api.postOn(path, path + ":keep", """
                    {"keptOn": "%s", "sha256": "%s", "note": "Tanda terima (contoh)"}""".formatted(day, NO_PAPER));
        }
    }

    private static UUID commitment(Promise promise, LocalDate held) {
        return id("commitment/" + promise.what() + "/" + held.getYear());
    }

    private static LocalDate due(Promise promise, LocalDate held) {
        return LocalDate.of(held.getYear(), promise.month(), 15);
    }

    /** The same for ever, so that what was sent before is known again. */
    static UUID id(String what) {
        return UUID.nameUUIDFromBytes(("tumbuh-demo/" + what).getBytes(StandardCharsets.UTF_8));
    }
}
