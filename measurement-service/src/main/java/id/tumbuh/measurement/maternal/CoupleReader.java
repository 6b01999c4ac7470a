package id.tumbuh.measurement.maternal;

import id.tumbuh.measurement.maternal.CoupleContent.Bride;
import id.tumbuh.measurement.maternal.CoupleContent.Groom;
import id.tumbuh.platform.http.CommonProblem;
import java.io.IOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fields of a check of a couple. The limits are those of living people, not of health. */
final class CoupleReader implements CheckRows.ContentReader<CoupleContent> {

    private static final int YOUNGEST = 10;
    private static final int OLDEST = 110;
    private static final int MOST_YEARS_TO_WEDDING = 5;

    private @Nullable UUID coupleId;
    private @Nullable String areaCode;
    private @Nullable LocalDate checkedOn;
    private @Nullable LocalDate weddingOn;
    private final PersonAge brideAge = new PersonAge("bride");
    private @Nullable Double weightKg;
    private @Nullable Double heightCm;
    private @Nullable Double armCm;
    private @Nullable Double haemoglobin;
    private @Nullable Boolean brideSmokes;
    private @Nullable Boolean exposed;
    private final PersonAge groomAge = new PersonAge("groom");
    private @Nullable Boolean groomSmokes;
    private String source = "ELSIMIL";

    @Override
    public boolean take(String field, CheckFields in) throws IOException {
        switch (field) {
            case "coupleId" -> coupleId = in.id(field);
            case "areaCode" -> areaCode = in.village(field);
            case "checkedOn" -> checkedOn = in.pastDate(field);
            case "weddingOn" -> weddingOn = in.date(field);
            case "bride" -> in.object(field, (name, path) -> takeBride(name, path, in));
            case "groom" -> in.object(field, (name, path) -> takeGroom(name, path, in));
            case "source" -> source = in.source(field, source);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean takeBride(String name, String path, CheckFields in) throws IOException {
        switch (name) {
            case "weightKg" -> weightKg = in.number(path, 20, 250);
            case "heightCm" -> heightCm = in.number(path, 80, 230);
            case "armCircumferenceCm" -> armCm = in.number(path, 10, 60);
            case "haemoglobinGramsPerDl" -> haemoglobin = in.number(path, 1, 25);
            case "smokes" -> brideSmokes = in.yesOrNo(path);
            case "exposedToSmoke" -> exposed = in.yesOrNo(path);
            default -> {
                return brideAge.take(name, path, in);
            }
        }
        return true;
    }

    private boolean takeGroom(String name, String path, CheckFields in) throws IOException {
        if (name.equals("smokes")) {
            groomSmokes = in.yesOrNo(path);
            return true;
        }
        return groomAge.take(name, path, in);
    }

    @Override
    public @Nullable CoupleContent content(CheckFields in) {
        in.require("coupleId", coupleId);
        in.require("areaCode", areaCode);
        in.require("checkedOn", checkedOn);
        if (coupleId == null || areaCode == null || checkedOn == null) {
            return null;
        }
        if (weddingOn != null && weddingOn.isAfter(checkedOn.plusYears(MOST_YEARS_TO_WEDDING))) {
            in.wrong("weddingOn", CommonProblem.OUT_OF_RANGE);
        }
        Bride bride =
                new Bride(brideAge.on(checkedOn, in), weightKg, heightCm, armCm, haemoglobin, brideSmokes, exposed);
        Groom groom = new Groom(groomAge.on(checkedOn, in), groomSmokes);
        if (bride.equals(new Bride(null, null, null, null, null, null, null))
                && groom.equals(new Groom(null, null))
                && !in.anythingWrong()) {
            in.wrong("", MaternalProblem.NOTHING_CHECKED);
        }
        return new CoupleContent(coupleId, areaCode, checkedOn, weddingOn, bride, groom, source);
    }

    /** The two ways to say how old somebody is. */
    private static final class PersonAge {

        private final String person;
        private @Nullable LocalDate birthDate;
        private @Nullable Integer years;

        PersonAge(String person) {
            this.person = person;
        }

        boolean take(String name, String path, CheckFields in) throws IOException {
            switch (name) {
                case "birthDate" -> birthDate = in.date(path);
                case "ageYears" -> years = in.whole(path, YOUNGEST, OLDEST);
                default -> {
                    return false;
                }
            }
            return true;
        }

        @Nullable
        Integer on(LocalDate day, CheckFields in) {
            if (birthDate == null) {
                return years;
            }
            if (years != null) {
                in.wrong(person + "/ageYears", MaternalProblem.AGE_GIVEN_TWICE);
                return null;
            }
            int completed = Period.between(birthDate, day).getYears();
            if (completed < YOUNGEST || completed > OLDEST) {
                in.wrong(person + "/birthDate", CommonProblem.OUT_OF_RANGE);
                return null;
            }
            return completed;
        }
    }
}
