package id.tumbuh.registry.imports;

import id.tumbuh.registry.imports.mapping.FieldType;
import id.tumbuh.registry.member.MaritalStatus;
import id.tumbuh.registry.member.Relation;
import id.tumbuh.registry.pregnancy.Outcome;
import id.tumbuh.registry.screening.Contraception;
import id.tumbuh.registry.screening.DrinkingWater;
import id.tumbuh.registry.screening.Latrine;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that forms answer with, beside our own constants. Found on the forms of Pendataan Keluarga and in exports; a
 * source that uses others says so in its mapping profile.
 */
final class Answers {
    static final FieldType.Code SEX = code(List.of("L", "P"), """
            L=LAKI LAKI|LK|PRIA|M|MALE
            P=PEREMPUAN|PR|WANITA|F|FEMALE""");

    static final FieldType.Code FLAG = code(List.of("true", "false"), """
            true=YA|Y|1|ADA|AKTIF
            false=TIDAK|T|N|NO|0|TIDAK ADA|TIDAK AKTIF""");

    static final FieldType.Code WATER = code(DrinkingWater.values(), """
            BOTTLED=AIR KEMASAN|AIR MINUM KEMASAN|KEMASAN|AIR KEMASAN BERMEREK
            REFILL=AIR ISI ULANG|ISI ULANG
            PIPED=LEDENG|LEDENG PAM|PDAM|PAM|AIR LEDENG|LEDENG METERAN
            BOREHOLE=SUMUR BOR|SUMUR POMPA|SUMUR BOR POMPA|POMPA
            PROTECTED_WELL=SUMUR TERLINDUNG|SUMUR TERLINDUNGI
            PROTECTED_SPRING=MATA AIR TERLINDUNG|MATA AIR TERLINDUNGI
            RAIN=AIR HUJAN|HUJAN
            UNPROTECTED_WELL=SUMUR TAK TERLINDUNG|SUMUR TIDAK TERLINDUNG|SUMUR TIDAK TERLINDUNGI|SUMUR TAK TERLINDUNGI
            UNPROTECTED_SPRING=MATA AIR TAK TERLINDUNG|MATA AIR TIDAK TERLINDUNG|MATA AIR TIDAK TERLINDUNGI
            SURFACE_WATER=AIR PERMUKAAN|SUNGAI|AIR SUNGAI|AIR PERMUKAAN SUNGAI DANAU DLL|DANAU
            OTHER=LAINNYA|LAIN LAIN""");

    static final FieldType.Code LATRINE = code(Latrine.values(), """
            SEPTIC_TANK=TANGKI SEPTIK|SEPTIC TANK|SEPTIK TANK|LEHER ANGSA DENGAN TANGKI SEPTIK|JAMBAN SEHAT
            WITHOUT_SEPTIC_TANK=TANPA TANGKI SEPTIK|TANPA SEPTIC TANK|CEMPLUNG|JAMBAN TIDAK SEHAT|LUBANG TANAH
            NONE=TIDAK ADA|TIDAK PUNYA|KEBUN|SUNGAI""");

    static final FieldType.Code CONTRACEPTION = code(Contraception.values(), """
            PILL=PIL|PIL KB
            INJECTION=SUNTIK|SUNTIK KB|SUNTIKAN
            IMPLANT=IMPLAN|SUSUK|SUSUK KB|IMPLAN SUSUK
            IUD=SPIRAL|IUD SPIRAL|AKDR
            CONDOM=KONDOM
            FEMALE_STERILISATION=MOW|TUBEKTOMI|MOW TUBEKTOMI|STERIL WANITA
            MALE_STERILISATION=MOP|VASEKTOMI|MOP VASEKTOMI|STERIL PRIA
            LACTATIONAL_AMENORRHOEA=MAL
            TRADITIONAL=TRADISIONAL|CARA TRADISIONAL
            NONE=TIDAK|TIDAK KB|TIDAK BER KB|BUKAN PESERTA KB|TIDAK MEMAKAI""");

    static final FieldType.Code RELATION = code(Relation.values(), """
            HEAD=KEPALA KELUARGA|KK
            WIFE=ISTRI|ISTERI
            HUSBAND=SUAMI
            CHILD=ANAK|ANAK KANDUNG|ANAK ANGKAT
            CHILD_IN_LAW=MENANTU
            GRANDCHILD=CUCU
            PARENT=ORANG TUA|MERTUA|AYAH|IBU
            OTHER=LAINNYA|FAMILI LAIN|FAMILI|PEMBANTU""");

    static final FieldType.Code MARITAL_STATUS = code(MaritalStatus.values(), """
            SINGLE=BELUM KAWIN|BELUM MENIKAH
            MARRIED=KAWIN|MENIKAH|KAWIN TERCATAT|KAWIN BELUM TERCATAT
            DIVORCED=CERAI HIDUP|CERAI
            WIDOWED=CERAI MATI|JANDA|DUDA""");

    static final FieldType.Code OUTCOME = code(Outcome.values(), """
            LIVE_BIRTH=LAHIR HIDUP|HIDUP|MELAHIRKAN
            STILLBIRTH=LAHIR MATI
            MISCARRIAGE=KEGUGURAN|ABORTUS
            MOTHER_DIED=IBU MENINGGAL
            NO_PREGNANCY=TIDAK HAMIL|BUKAN KEHAMILAN""");

    private Answers() {}

    private static FieldType.Code code(Enum<?>[] constants, String words) {
        return code(Arrays.stream(constants).map(Enum::name).toList(), words);
    }

    private static FieldType.Code code(List<String> constants, String words) {
        Map<String, String> meanings = new HashMap<>();
        for (String constant : constants) {
            meanings.put(FieldType.Code.key(constant), constant);
        }
        words.lines().forEach(line -> {
            String constant = line.substring(0, line.indexOf('='));
            for (String word : line.substring(line.indexOf('=') + 1).split("\\|", -1)) {
                meanings.putIfAbsent(FieldType.Code.key(word), constant);
            }
        });
        return new FieldType.Code(meanings);
    }
}
