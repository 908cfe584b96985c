package org.carillon.cli;

import java.lang.module.ModuleDescriptor;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The program's version, as its module or, on the class path, its archive says it; a program that runs from its sources has none. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {("Carillon " + number()).strip()};
    }

    /** Such as 1.0.0; empty where there is none. */
    public static String number() {
        ModuleDescriptor descriptor = Version.class.getModule().getDescriptor();
        String ofArchive = Version.class.getPackage().getImplementationVersion();
        return descriptor != null ? descriptor.rawVersion().orElse("") : ofArchive == null ? "" : ofArchive;
    }
}
