package id.tumbuh.reporting.targets;

import id.tumbuh.reporting.survey.EstimateView;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The path of an area in JSON. */
@Schema(name = "TargetPath", examples = TargetPathView.EXAMPLE)
record TargetPathView(
        String area,
        String name,
        List<NationalPath.Point> national,
        List<TargetView> own,
        List<EstimateView> surveys,
        @Nullable Goal goal,
        @Nullable Standing standing,
        List<Lift> childrenToLift,
        List<Row> areas) {
    static final String EXAMPLE = """
            {"area": "36.04", "name": "Kabupaten Serang",
             "national": [{"year": 2025, "percent": 18.8, "interpolated": false, "rule": "target.rpjmn-2025-2029/1", "source": "RPJMN 2025–2029"},
              {"year": 2026, "percent": 17.65, "interpolated": true, "rule": "target.rpjmn-2025-2029/1", "source": "RPJMN 2025–2029"}],
             "own": [], "surveys": [], "goal": {"year": 2029, "percent": 14.2, "own": false},
             "standing": {"instrument": "SSGI", "year": 2022, "percent": 26.40, "fromYear": 2026, "pointsAYear": 4.07},
             "childrenToLift": [{"basis": "SURVEY", "children": 15639, "month": "2024-07"},
              {"basis": "ROUTINE", "children": 0, "month": "2024-07"}],
             "areas": [{"code": "36.04.20", "name": "Tunjung Teja", "stunted": 500, "measured": 3200, "childrenToLift": 45}]}""";

    /** Where the area stands by the newest survey, and how far it has to come down in each year from now. */
    @Schema(name = "TargetStanding")
    record Standing(
            String instrument,
            int year,
            BigDecimal percent,
            int fromYear,
            @Nullable BigDecimal pointsAYear) {}

    /** What children to lift are counted from; the two are never added or averaged. */
    enum Basis {
        /** The survey's prevalence of all expected children. */
        SURVEY,
        /** Children known by name, of those measured in the month. */
        ROUTINE
    }

    /** Children too many for the target, by one basis. */
    @Schema(name = "ChildrenToLift")
    record Lift(Basis basis, long children, @Nullable YearMonth month) {}

    /** The same by area, from routine counts. */
    @Schema(name = "TargetArea")
    record Row(String code, String name, long stunted, long measured, long childrenToLift) {}

    static TargetPathView of(TargetPath.Path path) {
        return new TargetPathView(
                path.area().code(),
                path.area().name(),
                path.national(),
                path.own().stream().map(TargetView::of).toList(),
                path.surveys().stream().map(EstimateView::of).toList(),
                path.goal(),
                standing(path),
                lifts(path),
                path.parts().stream()
                        .map(part -> new Row(
                                part.area().code(),
                                part.area().name(),
                                part.stunted(),
                                part.measured(),
                                part.tooMany()))
                        .toList());
    }

    private static @Nullable Standing standing(TargetPath.Path path) {
        return path.standing() == null
                ? null
                : new Standing(
                        path.standing().instrument(),
                        path.standing().year(),
                        path.standing().percent(),
                        path.fromYear(),
                        path.pointsAYear());
    }

    private static List<Lift> lifts(TargetPath.Path path) {
        List<Lift> lifts = new ArrayList<>();
        if (path.tooManyBySurvey() != null) {
            lifts.add(new Lift(Basis.SURVEY, path.tooManyBySurvey(), path.month()));
        }
        if (path.whole() != null) {
            lifts.add(new Lift(Basis.ROUTINE, path.whole().tooMany(), path.month()));
        }
        return lifts;
    }
}
