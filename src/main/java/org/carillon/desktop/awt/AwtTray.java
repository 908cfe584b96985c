package org.carillon.desktop.awt;

import java.awt.AWTException;
import java.awt.EventQueue;
import java.awt.Image;
import java.awt.Menu;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.image.BaseMultiResolutionImage;
import java.awt.image.BufferedImage;
import java.util.List;
import org.carillon.desktop.tray.Tray;
import org.carillon.desktop.tray.TrayContent;
import org.carillon.desktop.tray.TrayIcon;
import org.carillon.desktop.tray.TrayItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tray of Windows and macOS, by AWT. All of AWT is spoken to on its own thread. */
public final class AwtTray implements Tray {
    private static final Logger LOG = LoggerFactory.getLogger(AwtTray.class);

    private java.awt.TrayIcon icon;
    private Runnable activate = () -> { };
    private volatile boolean shown;

    /** Whether the desktop has one. */
    public static boolean isThere() {
        return SystemTray.isSupported();
    }

    @Override
    public void show(TrayContent content) {
        EventQueue.invokeLater(() -> {
            activate = content.activate();
            if (icon == null) {
                add(content);
            } else {
                icon.setImage(image(content.icons()));
                icon.setToolTip(content.title());
                icon.setPopupMenu(menu(content.menu()));
            }
        });
    }

    private void add(TrayContent content) {
        java.awt.TrayIcon fresh = new java.awt.TrayIcon(image(content.icons()), content.title(), menu(content.menu()));
        fresh.setImageAutoSize(true);
        fresh.addActionListener(event -> activate.run());
        try {
            SystemTray.getSystemTray().add(fresh);
            icon = fresh;
            shown = true;
        } catch (AWTException e) {
            LOG.warn("The desktop did not take the icon", e);
        }
    }

    @Override
    public boolean isShown() {
        return shown;
    }

    private static Image image(List<TrayIcon> icons) {
        return new BaseMultiResolutionImage(icons.stream().map(AwtTray::image).toArray(Image[]::new));
    }

    private static Image image(TrayIcon icon) {
        BufferedImage image = new BufferedImage(icon.size(), icon.size(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, icon.size(), icon.size(), icon.argb(), 0, icon.size());
        return image;
    }

    private static PopupMenu menu(List<TrayItem> items) {
        PopupMenu menu = new PopupMenu();
        fill(menu, items);
        return menu;
    }

    private static void fill(Menu menu, List<TrayItem> items) {
        for (TrayItem item : items) {
            switch (item) {
                case TrayItem.Separator _ -> menu.addSeparator();
                case TrayItem.Line line -> menu.add(new MenuItem(line.text())).setEnabled(false);
                case TrayItem.Choice choice -> menu.add(new MenuItem(choice.text())).addActionListener(event -> choice.action().run());
                case TrayItem.Submenu submenu -> {
                    Menu inner = new Menu(submenu.text());
                    fill(inner, submenu.items());
                    menu.add(inner);
                }
            }
        }
    }

    @Override
    public void close() {
        EventQueue.invokeLater(() -> {
            if (icon != null) {
                SystemTray.getSystemTray().remove(icon);
                icon = null;
                shown = false;
            }
        });
    }
}
