package org.carillon.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/** Hands our migrations to Flyway, which could not find them in a module or in a runtime image by itself. */
final class MigrationFiles implements ResourceProvider {
    private static final String FOLDER = "/org/carillon/db/migration/";

    private final List<String> names;

    MigrationFiles(List<String> names) {
        this.names = names;
    }

    @Override
    public LoadableResource getResource(String name) {
        return names.contains(name) ? new MigrationFile(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return names.stream()
                .filter(name -> name.startsWith(prefix) && Stream.of(suffixes).anyMatch(name::endsWith))
                .<LoadableResource>map(MigrationFile::new)
                .toList();
    }

    private static final class MigrationFile extends LoadableResource {
        private final String name;

        MigrationFile(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            try (InputStream in = MigrationFiles.class.getResourceAsStream(FOLDER + name)) {
                StringWriter text = new StringWriter();
                new InputStreamReader(in, StandardCharsets.UTF_8).transferTo(text);
                return new StringReader(text.toString());
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + FOLDER + name, e);
            }
        }

        @Override
        public String getAbsolutePath() {
            return FOLDER + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return FOLDER + name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
