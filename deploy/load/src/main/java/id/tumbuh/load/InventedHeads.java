package id.tumbuh.load;

import java.util.List;
import java.util.Random;

/** Names of heads of families who don't exist, as common as such names are. */
final class InventedHeads {
    private static final List<String> FIRST = List.of(
            "Ahmad",
            "Muhammad",
            "Budi",
            "Slamet",
            "Agus",
            "Hendra",
            "Dedi",
            "Asep",
            "Ujang",
            "Iwan",
            "Rudi",
            "Eko",
            "Joko",
            "Yusuf",
            "Hasan",
            "Umar",
            "Saepul",
            "Jajang",
            "Nana",
            "Oman",
            "Tatang",
            "Usep",
            "Wawan",
            "Yayan",
            "Zaenal");
    private static final List<String> LAST = List.of(
            "Contoh",
            "Hidayat",
            "Santoso",
            "Saputra",
            "Wijaya",
            "Suryadi",
            "Kurnia",
            "Maulana",
            "Ramdani",
            "Permana",
            "Gunawan",
            "Firmansyah",
            "Setiawan",
            "Nugraha",
            "Sopandi",
            "Rohman",
            "Jaelani",
            "Mulyadi",
            "Supriatna",
            "Komarudin");

    private InventedHeads() {}

    static String name(Random random) {
        return FIRST.get(random.nextInt(FIRST.size())) + " " + LAST.get(random.nextInt(LAST.size())) + " "
                + (char) ('A' + random.nextInt(26));
    }
}
