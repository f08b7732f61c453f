package se.samlad.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database whose answers get lost: calls of the appending function fail, before or after they were carried out. */
final class Breaking {

    final AtomicInteger before = new AtomicInteger();
    final AtomicInteger after = new AtomicInteger();

    DataSource around(DataSource database) {
        return proxy(
                DataSource.class,
                database,
                (name, args, result) -> name.equals("getConnection") ? connection((Connection) result) : result);
    }

    private Connection connection(Connection connection) {
        return proxy(
                Connection.class,
                connection,
                (name, args, result) -> name.equals("prepareStatement")
                                && String.valueOf(args[0]).contains("append")
                        ? statement((PreparedStatement) result)
                        : result);
    }

    private PreparedStatement statement(PreparedStatement statement) {
        return (PreparedStatement) Proxy.newProxyInstance(
                Breaking.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, (self, method, args) -> {
                    boolean executes = method.getName().equals("executeQuery");
                    if (executes && take(before)) throw new SQLException("lost before");
                    var result = invoke(method, statement, args);
                    if (executes && take(after)) throw new SQLException("lost after");
                    return result;
                });
    }

    private static boolean take(AtomicInteger times) {
        return times.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }

    private interface Then {
        Object apply(String name, Object[] args, Object result);
    }

    private static <T> T proxy(Class<T> type, T target, Then then) {
        return type.cast(Proxy.newProxyInstance(
                Breaking.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> then.apply(method.getName(), args, invoke(method, target, args))));
    }

    private static Object invoke(java.lang.reflect.Method method, Object target, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
