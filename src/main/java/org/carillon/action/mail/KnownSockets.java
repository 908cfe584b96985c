package org.carillon.action.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes sockets as another factory does, and knows them, so that a connection can be cut that is stuck. */
final class KnownSockets extends SocketFactory {
    private static final Logger LOG = LoggerFactory.getLogger(KnownSockets.class);

    private final SocketFactory factory;
    private final List<Socket> made = new CopyOnWriteArrayList<>();

    KnownSockets(SocketFactory factory) {
        this.factory = factory;
    }

    /** Closes all that were made. */
    void cut() {
        for (Socket socket : made) {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.debug("A socket could not be closed", e);
            }
        }
    }

    private Socket known(Socket socket) {
        made.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket() throws IOException {
        return known(factory.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return known(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return known(factory.createSocket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return known(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) throws IOException {
        return known(factory.createSocket(address, port, localAddress, localPort));
    }
}
