package org.entente.spi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The spi is a promise to strangers: it leans on nothing but the JDK and the null annotations. */
class WallsTest {

    @Test
    void leansOnNothing() {
        var spi =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.entente.spi");
        assertTrue(spi.size() >= 12, "the import found too little: " + spi.size());
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.entente.spi..", "org.jspecify..")
                .check(spi);
    }
}
