// Validates PDF files against PDF/UA-1 with veraPDF: a line for each rule a file breaks, and one with the verdict.
// The profile is read here, because the JAR comes without the JAXB that would read it.
// usage: java -cp JAR Validate.java FILE ...

import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class Validate {
    static final PDFAFlavour FLAVOUR = PDFAFlavour.PDFUA_1;

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile profile = profile("/org/verapdf/pdfa/validation/PDFUA-1.xml");
        for (String file : files) {
            try (FileInputStream stream = new FileInputStream(file);
                    PDFAParser parser = Foundries.defaultInstance().createParser(stream, FLAVOUR);
                    PDFAValidator validator = ValidatorFactory.createValidator(profile, false, 5)) {
                report(file, validator.validate(parser));
            }
        }
    }

    static void report(String file, ValidationResult result) {
        for (TestAssertion test : result.getTestAssertions()) {
            if (test.getStatus() == TestAssertion.Status.FAILED) {
                String rule = test.getRuleId().getClause() + "-" + test.getRuleId().getTestNumber();
                System.out.println(file + ": " + rule + " " + test.getMessage() + " at " + test.getLocation().getContext());
            }
        }
        String verdict = result.isCompliant() ? "passes" : "fails";
        System.out.println(file + ": " + verdict + " after " + result.getTotalAssertions() + " tests");
    }

    static ValidationProfile profile(String name) throws Exception {
        Document document;
        try (InputStream stream = Validate.class.getResourceAsStream(name)) {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream);
        }
        Set<Rule> rules = new HashSet<>();
        NodeList all = document.getElementsByTagName("rule");
        for (int i = 0; i < all.getLength(); i++) {
            rules.add(rule((Element) all.item(i)));
        }
        Set<Variable> variables = new HashSet<>();
        all = document.getElementsByTagName("variable");
        for (int i = 0; i < all.getLength(); i++) {
            Element each = (Element) all.item(i);
            variables.add(Profiles.variableFromValues(
                each.getAttribute("name"), each.getAttribute("object"), text(each, "defaultValue"), text(each, "value")));
        }
        return Profiles.profileFromValues(
            FLAVOUR, Profiles.profileDetailsFromValues("PDF/UA-1", "", "", new Date(0)), "", rules, variables);
    }

    static Rule rule(Element element) {
        Element id = (Element) element.getElementsByTagName("id").item(0);
        RuleId ruleId = Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        Boolean deferred = element.hasAttribute("deferred") ? Boolean.valueOf(element.getAttribute("deferred")) : null;
        return Profiles.ruleFromValues(
            ruleId, element.getAttribute("object"), deferred, element.getAttribute("tags"), text(element, "description"),
            text(element, "test"), Profiles.errorFromValues(text(element, "message"), Collections.emptyList()),
            Collections.emptyList());
    }

    static String text(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }
}
