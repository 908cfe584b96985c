package org.carillon;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/** Imports point one way. */
@AnalyzeClasses(packages = "org.carillon", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule messagesStandAlone = only("message");

    @ArchTest
    static final ArchRule fileRightsStandAlone = only("files");

    @ArchTest
    static final ArchRule triggersArePureAndNeedOnlyTheJdk = only("trigger", "message");

    @ArchTest
    static final ArchRule jobsKnowNothingOfWhereTheyAreKeptOrRun = only("job", "message", "trigger");

    @ArchTest
    static final ArchRule storesKnowNothingOfTheEngine = only("store", "message", "files", "trigger", "job");

    @ArchTest
    static final ArchRule logsKnowNothingOfTheEngine = only("log", "message", "files", "trigger", "job");

    @ArchTest
    static final ArchRule actionsKnowNothingOfTheEngine = only("action", "message", "files", "trigger", "job", "log");

    @ArchTest
    static final ArchRule theEngineKnowsNothingOfItsUsers =
            only("engine", "message", "trigger", "job", "store", "log", "action");

    @ArchTest
    static final ArchRule interchangeOnlyTranslates = only("interchange", "message", "trigger", "job");

    @ArchTest
    static final ArchRule settingsAreBelowTheirUsers = only("settings", "message", "files", "trigger", "job");

    @ArchTest
    static final ArchRule theDesktopKnowsNothingOfJobs = only("desktop", "message", "files");

    @ArchTest
    static final ArchRule noticesNeedNoWindow = only(
            "notify", "message", "trigger", "job", "store", "log", "engine", "settings");

    @ArchTest
    static final ArchRule controlStandsOnTheEngine =
            only("control", "message", "files", "trigger", "job", "store", "log", "engine", "interchange", "settings");

    @ArchTest
    static final ArchRule theCommandLineNeedsNoWindow = only(
            "cli", "message", "trigger", "job", "store", "log", "engine", "interchange", "control", "settings", "service");

    @ArchTest
    static final ArchRule servicesAreTheSystems = only("service", "message");

    @ArchTest
    static final ArchRule theWindowSpeaksToTheFacade = only(
            "ui", "message", "trigger", "job", "store", "log", "engine", "interchange", "settings", "desktop", "notify");

    @ArchTest
    static final ArchRule theLibraryNeedsNoWindow = noClasses()
            .that().resideOutsideOfPackages("org.carillon.ui..", "org.carillon.app..")
            .should().dependOnClassesThat().resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..")
            .because("the engine works in a program that has no JavaFX at all");

    @ArchTest
    static final ArchRule databasesAreSpokenToInOnePlace = noClasses()
            .that().resideOutsideOfPackages("org.carillon.store.jdbc..", "org.carillon.action.sql..", "org.carillon.action.sync..")
            .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..", "org.flywaydb..");

    @ArchTest
    static final ArchRule oneBridgeToTheFxThread = noClasses()
            .that().resideOutsideOfPackage("org.carillon.ui.fx..")
            .should().callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable");

    @ArchTest
    static final ArchRule viewModelsNeedNoScreen = noClasses()
            .that().haveSimpleNameEndingWith("ViewModel")
            .should().dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..");

    @ArchTest
    static final ArchRule noPackageCycles = slices().matching("org.carillon.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule featuresOfTheWindowDoNotKnowEachOther = slices()
            .matching("org.carillon.ui.(*)..").should().notDependOnEachOther()
            .ignoreDependency(resideInAnyPackage("org.carillon.ui.shell.."), resideInAnyPackage("org.carillon.ui.."))
            .ignoreDependency(
                    resideInAnyPackage("org.carillon.ui.."),
                    resideInAnyPackage("org.carillon.ui.fx..", "org.carillon.ui.controls..", "org.carillon.ui.theme..", "org.carillon.ui.dialogs.."));

    /** Classes of {@code area} may use only these areas of ours, besides itself. */
    private static ArchRule only(String area, String... used) {
        String[] allowed = Stream.concat(Stream.of(area), Arrays.stream(used))
                .map(name -> "org.carillon." + name + "..")
                .toArray(String[]::new);
        return classes()
                .that().resideInAPackage("org.carillon." + area + "..")
                .should().onlyDependOnClassesThat(
                        resideOutsideOfPackage("org.carillon..").or(resideInAnyPackage(allowed)))
                .allowEmptyShould(true)
                .as(area + " uses only " + String.join(", ", used));
    }
}
