package org.carillon.ui.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class LicencesTest {
    @Test
    void everyLibraryOnBoardIsNamedWithItsLicence() throws Exception {
        Document build = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Path.of("pom.xml").toFile());
        Element dependencies = (Element) child(build.getDocumentElement(), "dependencies");
        List<String> onBoard = new ArrayList<>();
        NodeList each = dependencies.getElementsByTagName("dependency");
        for (int i = 0; i < each.getLength(); i++) {
            Element dependency = (Element) each.item(i);
            if (child(dependency, "scope") == null) {
                onBoard.add(child(dependency, "artifactId").getTextContent());
            }
        }
        assertThat(onBoard).contains("h2").allSatisfy(library -> assertThat(Licences.text()).containsPattern("\\b" + library + "\\b"));
        assertThat(Licences.text().lines()).allMatch(line -> line.matches(".+ — .+ — https://.+"));
    }

    private static org.w3c.dom.Node child(Element parent, String name) {
        for (org.w3c.dom.Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (name.equals(child.getNodeName())) {
                return child;
            }
        }
        return null;
    }
}
