package id.tumbuh.local.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Children who fill up one posyandu, as batches of the registry: the file of the whole kabupaten leaves each posyandu a handful. Born
 * after the month of that file, so that they change none of its figures. The same posyandu has the same children.
 */
public final class InventedChildren {

    private static final LocalDate FIRST_BORN = LocalDate.of(2024, 8, 15);
    private static final int APART_DAYS = 15;
    private static final List<String> FIRST =
            List.of("Aisyah", "Bagus", "Citra", "Damar", "Elok", "Fajar", "Gita", "Hasan", "Intan", "Joko");
    private static final List<String> LAST =
            List.of("Contoh", "Teladan", "Umpama", "Misal", "Tiruan", "Rekaan", "Andaian");

    private final UUID posyandu;
    private final String area;
    private final int number;
    private final LocalDate today;

    public InventedChildren(UUID posyandu, String area, int number, LocalDate today) {
        this.posyandu = posyandu;
        this.area = area;
        this.number = number;
        this.today = today;
    }

    public List<String> families() {
        return IntStream.range(0, number)
                .mapToObj(child ->
                        "{\"id\":\"%s\",\"area\":\"%s\",\"rw\":\"0%d\",\"rt\":\"00%d\",\"headName\":\"Kepala Contoh\"}"
                                .formatted(id("family", child), area, child % 3 + 1, child % 5 + 1))
                .toList();
    }

    public List<String> children() {
        return IntStream.range(0, number)
                .mapToObj(child ->
                        "{\"id\":\"%s\",\"familyId\":\"%s\",\"area\":\"%s\",\"posyanduId\":\"%s\",\"sex\":\"%s\",\"birthDate\":\"%s\",\"name\":\"%s %s\",\"motherName\":\"%s Contoh\"}"
                                .formatted(
                                        id("child", child),
                                        id("family", child),
                                        area,
                                        posyandu,
                                        child % 2 == 0 ? "L" : "P",
                                        born(child),
                                        FIRST.get(child % FIRST.size()),
                                        LAST.get(child % LAST.size()),
                                        FIRST.get((child * 3 + 1) % FIRST.size())))
                .toList();
    }

    /** Never less than ten days old. */
    private LocalDate born(int child) {
        long span = Math.max(1, ChronoUnit.DAYS.between(FIRST_BORN, today.minusDays(10)));
        return FIRST_BORN.plusDays((long) child * APART_DAYS % span);
    }

    private UUID id(String kind, int child) {
        return UUID.nameUUIDFromBytes((kind + posyandu + child).getBytes(StandardCharsets.UTF_8));
    }
}
