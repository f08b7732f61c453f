package se.samlad.reach;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;

/** E-mail, by the server that letters are sent by. */
@Component
class MailChannel implements Channel {

    private static final Logger LOG = LoggerFactory.getLogger(MailChannel.class);

    private final Smtp smtp;

    MailChannel(Smtp smtp) {
        this.smtp = smtp;
    }

    @Override
    public Way way() {
        return Way.MAIL;
    }

    @Override
    public boolean isSetUp() {
        return smtp.isSetUp();
    }

    @Override
    public Handed send(Notice notice, String address) {
        try {
            smtp.send(notice.key(), address, notice.title(), notice.text());
            return Handed.HANDED_OVER;
        } catch (MessagingException | MailException e) {
            LOG.warn("an e-mail can't be handed over: {}", e.getClass().getSimpleName());
            return isOfTheAddress(e) ? Handed.FAILED : Handed.DOWN;
        }
    }

    private static boolean isOfTheAddress(Exception e) {
        return e instanceof jakarta.mail.internet.AddressException
                || e instanceof MailSendException sent
                        && sent.getFailedMessages().values().stream().anyMatch(SendFailedException.class::isInstance);
    }
}
