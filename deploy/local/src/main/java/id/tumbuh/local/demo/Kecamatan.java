package id.tumbuh.local.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** One kecamatan of Kabupaten Serang with what is known about it. */
record Kecamatan(String code, String name, int underFives, int posyandu, int stunted, List<Desa> desa) {

    /** A village, by Kemendagri code. */
    record Desa(String code, String name) {}

    private static final List<Kecamatan> ALL = read();

    static List<Kecamatan> all() {
        return ALL;
    }

    /** Splits a total in proportion to the weights, by largest remainder, so that the parts add up to it exactly. */
    static int[] split(int total, List<Integer> weights) {
        long sum = weights.stream().mapToLong(Integer::longValue).sum();
        int[] parts = weights.stream()
                .mapToInt(weight -> (int) ((long) total * weight / sum))
                .toArray();
        int rest = total - IntStream.of(parts).sum();
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer part) -> -((long) total * weights.get(part) % sum)))
                .limit(rest)
                .forEach(part -> parts[part]++);
        return parts;
    }

    private static List<Kecamatan> read() {
        List<Desa> desa = Resource.table("areas-odbl/desa.csv").stream()
                .map(row -> new Desa(row.get(0), row.get(1)))
                .toList();
        List<Kecamatan> all = new ArrayList<>();
        for (List<String> row : Resource.table("kecamatan.csv")) {
            String code = row.get(0);
            all.add(new Kecamatan(
                    code,
                    row.get(1),
                    Integer.parseInt(row.get(2)),
                    Integer.parseInt(row.get(3)),
                    Integer.parseInt(row.get(4)),
                    desa.stream()
                            .filter(each -> each.code().startsWith(code + "."))
                            .toList()));
        }
        return List.copyOf(all);
    }
}
