package id.tumbuh.reporting.page;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.reporting.Country;
import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.publication.ReadPublic;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts what was published of an area into words. */
record PublicView(Locale locale) {

    PublicPage of(ReadPublic.Told told, @Nullable String asked) {
        PublicMessages words = Pages.words(PublicMessages.class, locale);
        Wording wording = new Wording(locale);
        List<ReadPublic.Line> own = told.of(told.area().code());
        Indicator chosen = chosen(own, asked);
        return new PublicPage(
                told.area(),
                above(told),
                wording.month(told.month()),
                wording.moment(told.publishedAt()),
                told.asOf() == null ? null : wording.moment(told.asOf()),
                told.of().equals(told.area().code()) ? null : words.from(told.of()),
                told.revision() == 1 ? null : words.revision(Integer.toString(told.revision())),
                told.reason(),
                told.note(),
                words.smallHidden(wording.count(told.smallestShown()), wording.count(told.roundTo())),
                own.stream().map(line -> indicatorRow(line, words, wording)).toList(),
                own.stream().map(line -> choice(line.indicator(), chosen)).toList(),
                chosen.in(locale).name(),
                told.below(chosen.code()).stream()
                        .map(line -> areaRow(line, words, wording))
                        .toList(),
                told.hash(),
                "/public/figures.csv?area=" + told.area().code() + "&month=" + told.month());
    }

    /** A snapshot has every indicator of an area that it has any of. */
    private static Indicator chosen(List<ReadPublic.Line> own, @Nullable String asked) {
        return own.stream()
                .map(ReadPublic.Line::indicator)
                .filter(one -> one.code().equals(asked))
                .findFirst()
                .orElseGet(() -> own.getFirst().indicator());
    }

    /** The area above if the same snapshot tells of it. */
    private static @Nullable String above(ReadPublic.Told told) {
        return told.of().equals(told.area().code())
                ? null
                : Optional.of(told.area().code())
                        .filter(code -> !code.equals(Country.CODE))
                        .flatMap(code -> new AreaCode(code).parent())
                        .map(AreaCode::value)
                        .orElse(Country.CODE);
    }

    private PublicPage.Choice choice(Indicator one, Indicator chosen) {
        return new PublicPage.Choice(
                one.code(), one.in(locale).name(), one.code().equals(chosen.code()));
    }

    private PublicPage.Row indicatorRow(ReadPublic.Line line, PublicMessages words, Wording wording) {
        Indicator.Words its = line.indicator().in(locale);
        return row(line, new Named(its.name(), its.numerator() + " / " + its.denominator(), null), words, wording);
    }

    private static PublicPage.Row areaRow(ReadPublic.Line line, PublicMessages words, Wording wording) {
        boolean kecamatan = new AreaCode(line.area()).level() == AreaLevel.KECAMATAN;
        return row(line, new Named(line.name(), null, kecamatan ? null : line.area()), words, wording);
    }

    private record Named(
            String name, @Nullable String words, @Nullable String link) {}

    private static PublicPage.Row row(ReadPublic.Line line, Named named, PublicMessages words, Wording wording) {
        return new PublicPage.Row(
                named.name(),
                named.words(),
                named.link(),
                line.hidden() ? words.hidden() : wording.percent(line.percent()),
                count(line.numerator(), words, wording),
                count(line.denominator(), words, wording));
    }

    private static String count(@Nullable Long count, PublicMessages words, Wording wording) {
        return count == null ? words.hidden() : wording.count(count);
    }
}
