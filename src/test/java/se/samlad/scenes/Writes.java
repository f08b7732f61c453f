package se.samlad.scenes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The addresses that the test's hands write to, an id as a star; it fails where one of them was not sent and taken. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Writes.Checked.class)
@interface Writes {

    String[] value();

    final class Checked implements BeforeTestExecutionCallback, AfterTestExecutionCallback {

        @Override
        public void beforeTestExecution(ExtensionContext test) {
            Hands.forget();
        }

        @Override
        public void afterTestExecution(ExtensionContext test) {
            var said = test.getRequiredTestMethod().getAnnotation(Writes.class).value();
            try {
                if (test.getExecutionException().isEmpty())
                    org.assertj.core.api.Assertions.assertThat(Hands.written()).contains(said);
            } finally {
                Hands.rest();
            }
        }
    }
}
