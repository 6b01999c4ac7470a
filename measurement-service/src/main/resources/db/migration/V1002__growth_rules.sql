-- One rule, because its numbers come from one regulation and change together. Cut-offs run from the outside in; a z-score
-- that lies exactly on one is still inside. Valid from the beginning, so that a child's whole history is judged alike.
insert into rule (code, version, valid_from, valid_to, value, source, note) values (
    'growth.classification', 1, '1900-01-01', null,
    '{
      "lengthHeightForAge": {"plausible": [-6, 6],
        "below": [["SEVERELY_STUNTED", -3], ["STUNTED", -2]], "within": "NORMAL", "above": [["TALL", 3]]},
      "weightForAge": {"plausible": [-6, 5],
        "below": [["SEVERELY_UNDERWEIGHT", -3], ["UNDERWEIGHT", -2]], "within": "NORMAL",
        "above": [["RISK_OF_OVERWEIGHT", 1]]},
      "weightForLengthHeight": {"plausible": [-5, 5],
        "below": [["SEVERELY_WASTED", -3], ["WASTED", -2]], "within": "NORMAL",
        "above": [["OBESE", 3], ["OVERWEIGHT", 2], ["RISK_OF_OVERWEIGHT", 1]]},
      "bmiForAge": {"plausible": [-5, 5],
        "below": [["SEVERELY_WASTED", -3], ["WASTED", -2]], "within": "NORMAL",
        "above": [["OBESE", 3], ["OVERWEIGHT", 2], ["RISK_OF_OVERWEIGHT", 1]]},
      "headCircumferenceForAge": {"plausible": [-5, 5],
        "below": [["MICROCEPHALY", -2]], "within": "NORMAL", "above": [["MACROCEPHALY", 2]]},
      "armCircumferenceForAge": {"plausible": [-5, 5], "below": [], "within": null, "above": []},
      "tricepsForAge": {"plausible": [-5, 5], "below": [], "within": null, "above": []},
      "subscapularForAge": {"plausible": [-5, 5], "below": [], "within": null, "above": []}
    }',
    'Permenkes 2/2020 (Standar Antropometri Anak), tables of categories; limits of plausibility: WHO anthro 2006',
    'found in a published secondary source; head circumference: cut-offs of WHO');
