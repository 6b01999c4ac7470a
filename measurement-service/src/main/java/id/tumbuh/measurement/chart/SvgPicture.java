package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.chart.Mark.Dot;
import id.tumbuh.measurement.chart.Mark.Look;
import id.tumbuh.measurement.chart.Mark.Role;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A picture as SVG: whole numbers, relative paths and presentation attributes only, so that it is small and needs neither
 * style nor script.
 */
final class SvgPicture {

    private static final int MOST_CHARACTERS = 1 << 14;

    private final StringBuilder svg = new StringBuilder(MOST_CHARACTERS);

    private SvgPicture() {}

    static String of(Picture picture) {
        SvgPicture writer = new SvgPicture();
        writer.write(picture);
        return writer.svg.toString();
    }

    private void write(Picture picture) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"")
                .append(picture.language().tag())
                .append("\" lang=\"")
                .append(picture.language().tag())
                .append("\" width=\"148mm\" height=\"210mm\" viewBox=\"0 0 ")
                .append(Picture.WIDTH)
                .append(' ')
                .append(Picture.HEIGHT)
                .append("\" font-family=\"'Plus Jakarta Sans',system-ui,sans-serif\" fill=\"none\"")
                .append(" stroke-linejoin=\"round\">");
        element("title id=\"judul\"", picture.title());
        element("desc id=\"uraian\"", picture.description());
        picture.marks().forEach(mark -> write(mark, null));
        svg.append("</svg>");
    }

    private void write(Mark mark, @Nullable Role within) {
        switch (mark) {
            case Mark.Line line -> write(line);
            case Mark.Disc disc -> write(disc);
            case Mark.Words words -> write(words, within);
            case Mark.Group group -> write(group);
        }
    }

    private void write(Mark.Group group) {
        svg.append("<g role=\"").append(ariaRole(group.role())).append('"');
        if (group.role() == Role.DRAWING) {
            svg.append(" aria-labelledby=\"judul uraian\"");
        }
        svg.append('>');
        group.marks().forEach(mark -> write(mark, group.role()));
        svg.append("</g>");
    }

    private static String ariaRole(Role role) {
        return switch (role) {
            case DRAWING -> "img";
            case TABLE -> "table";
            case HEADINGS, ROW -> "row";
        };
    }

    private void write(Mark.Line line) {
        Dot from = line.dots().getFirst();
        svg.append("<path d=\"M");
        number(from.x(), line.fineness());
        number(from.y(), line.fineness());
        svg.append('l');
        for (Dot dot : line.dots().subList(1, line.dots().size())) {
            number(dot.x() - from.x(), line.fineness());
            number(dot.y() - from.y(), line.fineness());
            from = dot;
        }
        if (line.closed()) {
            svg.append('z');
        }
        svg.append('"');
        write(line.look());
        svg.append("/>");
    }

    /** A minus sign separates as well as a space; what is divided is divided into ten. */
    private void number(int value, int fineness) {
        char before = svg.charAt(svg.length() - 1);
        if (value < 0) {
            svg.append('-');
        } else if (before != 'l' && before != 'M') {
            svg.append(' ');
        }
        int size = Math.abs(value);
        int whole = size / fineness;
        int rest = size % fineness;
        if (whole > 0 || rest == 0) {
            svg.append(whole);
        }
        if (rest > 0) {
            svg.append('.').append(rest);
        }
    }

    private void write(Mark.Disc disc) {
        svg.append("<circle cx=\"")
                .append(disc.centre().x())
                .append("\" cy=\"")
                .append(disc.centre().y())
                .append("\" r=\"")
                .append(disc.radius())
                .append('"');
        write(disc.look());
        svg.append("/>");
    }

    private void write(Look look) {
        if (look.fill() != null) {
            svg.append(" fill=\"").append(look.fill()).append('"');
        }
        if (look.stroke() != null) {
            svg.append(" stroke=\"").append(look.stroke()).append("\" stroke-width=\"");
            svg.append(look.width()).append('"');
            if (!look.dashes().isEmpty()) {
                svg.append(" stroke-dasharray=\"").append(spaced(look.dashes())).append('"');
            }
        }
    }

    private static String spaced(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private void write(Mark.Words words, @Nullable Role within) {
        Mark.Lettering lettering = words.lettering();
        svg.append("<text x=\"")
                .append(words.at().x())
                .append("\" y=\"")
                .append(words.at().y());
        svg.append("\" font-size=\"").append(lettering.size()).append('"');
        if (lettering.bold()) {
            svg.append(" font-weight=\"700\"");
        }
        switch (lettering.anchor()) {
            case START -> {}
            case MIDDLE -> svg.append(" text-anchor=\"middle\"");
            case END -> svg.append(" text-anchor=\"end\"");
        }
        if (within == Role.HEADINGS) {
            svg.append(" role=\"columnheader\"");
        } else if (within == Role.ROW) {
            svg.append(" role=\"cell\"");
        }
        svg.append(" fill=\"").append(lettering.colour()).append("\">");
        escaped(words.text());
        svg.append("</text>");
    }

    private void element(String startTag, String text) {
        svg.append('<').append(startTag).append('>');
        escaped(text);
        svg.append("</").append(startTag, 0, startTag.indexOf(' ')).append('>');
    }

    private void escaped(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            switch (character) {
                case '<' -> svg.append("&lt;");
                case '>' -> svg.append("&gt;");
                case '&' -> svg.append("&amp;");
                case '"' -> svg.append("&quot;");
                default -> svg.append(character);
            }
        }
    }
}
