package id.tumbuh.intervention.partner;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** The pages as they are written in {@code templates/partner}. */
@CheckedTemplate(basePath = "partner")
final class PartnerTemplates {
    private PartnerTemplates() {}

    static native TemplateInstance children(Shell shell, ChildrenPage view);

    static native TemplateInstance needs(Shell shell, NeedsPage view);

    static native TemplateInstance pledges(Shell shell, PledgesPage view);

    static native TemplateInstance portfolio(Shell shell, PortfolioPage view);

    static native TemplateInstance note(String language, String title, String text, @Nullable String href, String link);
}
