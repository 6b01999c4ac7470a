package id.tumbuh.intervention.caseaudit;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.tumbuh.intervention.caseaudit.CaseAuditWords.Word;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One question of a worksheet. No type takes free text.
 *
 * @param least and {@code most}: bounds of a number, both allowed
 */
record WorksheetField(
        Word word,
        Type type,
        boolean required,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        List<Word> options)
        implements Worded {
    WorksheetField {
        options = List.copyOf(options);
    }

    /** What an answer is. The names stand in rules. */
    enum Type {
        INTEGER,
        NUMBER,
        DATE,
        BOOLEAN,
        CHOICE,
        CHOICES
    }

    static WorksheetField of(JsonNode rule) {
        return new WorksheetField(
                Word.of(rule),
                Type.valueOf(rule.required("type").asText()),
                rule.required("required").booleanValue(),
                rule.has("min") ? rule.get("min").decimalValue() : null,
                rule.has("max") ? rule.get("max").decimalValue() : null,
                rule.path("options").valueStream().map(Word::of).toList());
    }

    String code() {
        return word.code();
    }

    @Override
    public String indonesian() {
        return word.indonesian();
    }

    @Override
    public String english() {
        return word.english();
    }

    /** The answer in its one canonical form, or nothing when it isn't one. */
    Optional<String> read(JsonNode answer) {
        return switch (type) {
            case INTEGER ->
                number(answer)
                        .filter(number -> number.stripTrailingZeros().scale() <= 0)
                        .map(this::plain);
            case NUMBER -> number(answer).map(this::plain);
            case DATE -> date(answer);
            case BOOLEAN -> answer.isBoolean() ? Optional.of(answer.asText()) : Optional.empty();
            case CHOICE ->
                answer.isTextual() ? Optional.of(answer.textValue()).filter(this::isOption) : Optional.empty();
            case CHOICES -> choices(answer);
        };
    }

    /** Of an answer that was not read. */
    CaseAuditProblem whatIsWrong(JsonNode answer) {
        return (type == Type.INTEGER || type == Type.NUMBER) && answer.isNumber() && !inRange(answer.decimalValue())
                ? CaseAuditProblem.ANSWER_OUT_OF_RANGE
                : CaseAuditProblem.ANSWER_INVALID;
    }

    JsonNode json(String text) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (type) {
            case INTEGER, NUMBER -> json.numberNode(new BigDecimal(text));
            case BOOLEAN -> json.booleanNode(Boolean.parseBoolean(text));
            case DATE, CHOICE -> json.textNode(text);
            case CHOICES -> {
                ArrayNode list = json.arrayNode();
                codes(text).forEach(list::add);
                yield list;
            }
        };
    }

    /** As it is printed. */
    String say(String text, Locale language) {
        boolean english = language.equals(Locale.ENGLISH);
        return switch (type) {
            case INTEGER -> text;
            case NUMBER -> english ? text : text.replace('.', ',');
            case DATE -> PaperDay.of(LocalDate.parse(text), language);
            case BOOLEAN -> Boolean.parseBoolean(text) ? (english ? "Yes" : "Ya") : (english ? "No" : "Tidak");
            case CHOICE, CHOICES ->
                codes(text).map(code -> option(code, language)).collect(joining("; "));
        };
    }

    private Optional<BigDecimal> number(JsonNode answer) {
        return answer.isNumber() && inRange(answer.decimalValue())
                ? Optional.of(answer.decimalValue())
                : Optional.empty();
    }

    private boolean inRange(BigDecimal number) {
        return (least == null || number.compareTo(least) >= 0) && (most == null || number.compareTo(most) <= 0);
    }

    private String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static Optional<String> date(JsonNode answer) {
        try {
            return Optional.of(LocalDate.parse(answer.isTextual() ? answer.textValue() : "")
                    .toString());
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private Optional<String> choices(JsonNode answer) {
        if (!answer.isArray() || answer.isEmpty() || answer.size() > options.size()) {
            return Optional.empty();
        }
        List<String> codes = answer.valueStream().map(JsonNode::asText).toList();
        return codes.stream().allMatch(this::isOption)
                        && codes.stream().distinct().count() == codes.size()
                ? Optional.of(codes.stream().sorted().collect(joining(",")))
                : Optional.empty();
    }

    private boolean isOption(String code) {
        return options.stream().anyMatch(option -> option.code().equals(code));
    }

    private String option(String code, Locale language) {
        return options.stream()
                .filter(option -> option.code().equals(code))
                .findFirst()
                .map(option -> option.in(language))
                .orElse(code);
    }

    private static Stream<String> codes(String text) {
        return Arrays.stream(text.split(",", -1));
    }
}
