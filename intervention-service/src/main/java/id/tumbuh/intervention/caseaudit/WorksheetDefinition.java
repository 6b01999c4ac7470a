package id.tumbuh.intervention.caseaudit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tumbuh.platform.http.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is asked in the worksheet (kertas kerja audit, KKA) of a group: the dated rule {@code case-audit.worksheet}. */
record WorksheetDefinition(List<Section> sections) {
    WorksheetDefinition {
        sections = List.copyOf(sections);
    }

    /** Fields under one heading. */
    record Section(String indonesian, String english, List<WorksheetField> fields) implements Worded {
        Section {
            fields = List.copyOf(fields);
        }
    }

    /** Answers in their canonical form, or everything that is wrong with them. */
    sealed interface Reading {
        record Accepted(SortedMap<String, String> answers) implements Reading {}

        record Refused(List<Problem.Violation> faults) implements Reading {}
    }

    static WorksheetDefinition of(JsonNode rule, CaseAuditGroup group) {
        List<Section> sections = new ArrayList<>();
        for (JsonNode section : rule.required(group.name())) {
            List<WorksheetField> fields = new ArrayList<>();
            section.required("fields").forEach(field -> fields.add(WorksheetField.of(field)));
            sections.add(new Section(
                    section.required("id").asText(), section.required("en").asText(), fields));
        }
        return new WorksheetDefinition(sections);
    }

    List<WorksheetField> fields() {
        return sections.stream().flatMap(section -> section.fields().stream()).toList();
    }

    Reading read(JsonNode body) {
        List<Problem.Violation> faults = new ArrayList<>();
        SortedMap<String, String> answers = new TreeMap<>();
        for (WorksheetField field : fields()) {
            JsonNode answer = body.path(field.code());
            if (answer.isMissingNode() || answer.isNull()) {
                if (field.required()) {
                    faults.add(fault(field, CaseAuditProblem.ANSWER_REQUIRED));
                }
            } else {
                field.read(answer)
                        .ifPresentOrElse(
                                text -> answers.put(field.code(), text),
                                () -> faults.add(fault(field, field.whatIsWrong(answer))));
            }
        }
        boolean unknown = body.properties().stream()
                .anyMatch(entry ->
                        fields().stream().noneMatch(field -> field.code().equals(entry.getKey())));
        if (unknown) { // not named: what was typed there may be anything
            faults.add(new Problem.Violation("/answers", CaseAuditProblem.ANSWER_UNKNOWN));
        }
        return faults.isEmpty() ? new Reading.Accepted(answers) : new Reading.Refused(faults);
    }

    /** Answers as JSON of the type of their field; one whose field is no longer asked stays a text. */
    ObjectNode json(Map<String, String> answers) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        answers.forEach((code, text) -> json.set(
                code,
                fields().stream()
                        .filter(field -> field.code().equals(code))
                        .findFirst()
                        .<JsonNode>map(field -> field.json(text))
                        .orElseGet(() -> JsonNodeFactory.instance.textNode(text))));
        return json;
    }

    private static Problem.Violation fault(WorksheetField field, CaseAuditProblem reason) {
        return new Problem.Violation("/answers/" + field.code(), reason);
    }
}
