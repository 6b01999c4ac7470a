package id.tumbuh.measurement.skdn;

import id.tumbuh.measurement.skdn.SkdnTable.Figures;
import id.tumbuh.measurement.skdn.SkdnTable.Ratio;
import id.tumbuh.measurement.skdn.SkdnTable.Ratios;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** The columns of the form in its order: each letter for L, P and both, then the ratios of both. */
final class RecapColumn {

    static final List<Letter> LETTERS = List.of(
            new Letter("S", Figures::s),
            new Letter("K", Figures::k),
            new Letter("D", Figures::d),
            new Letter("N", Figures::n),
            new Letter("T", Figures::t),
            new Letter("O", Figures::o),
            new Letter("B", Figures::b),
            new Letter("2T", Figures::twiceNotGained),
            new Letter("BGM", Figures::belowRedLine));

    static final List<String> SEXES = List.of("L", "P", "L+P");

    static final List<Share> SHARES = List.of(
            new Share("K/S", Ratios::kOfS),
            new Share("D/S", Ratios::dOfS),
            new Share("N/D", Ratios::nOfD),
            new Share("N/S", Ratios::nOfS));

    record Letter(String head, ToIntFunction<Figures> figure) {}

    record Share(String head, Function<Ratios, Ratio> ratio) {}

    private RecapColumn() {}

    /** Everything to the right of the name, letter by letter. */
    static List<Integer> figures(Recap.BySex bySex) {
        return LETTERS.stream()
                .map(Letter::figure)
                .<Integer>mapMulti((figure, into) -> {
                    into.accept(figure.applyAsInt(bySex.l()));
                    into.accept(figure.applyAsInt(bySex.p()));
                    into.accept(figure.applyAsInt(bySex.sum()));
                })
                .toList();
    }

    static List<Ratio> shares(Recap.BySex bySex) {
        return SHARES.stream().map(share -> share.ratio().apply(bySex.ratios())).toList();
    }
}
