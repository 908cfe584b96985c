package org.carillon.desktop.dbus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.desktop.tray.TrayContent;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** The object on the bus that is the icon. */
final class NotifierItem implements StatusNotifierItem, Properties {
    static final String ACTIVE = "Active";
    static final String NEEDS_ATTENTION = "NeedsAttention";

    private volatile TrayContent content;

    NotifierItem(TrayContent content) {
        this.content = content;
    }

    void show(TrayContent now) {
        content = now;
    }

    String status() {
        return content.attention() ? NEEDS_ATTENTION : ACTIVE;
    }

    @Override
    public void Activate(int x, int y) {
        content.activate().run();
    }

    @Override
    public void SecondaryActivate(int x, int y) {
        content.activate().run();
    }

    @Override
    public void ContextMenu(int x, int y) {
        content.activate().run();
    }

    @Override
    public void Scroll(int delta, String orientation) {}

    @Override
    @SuppressWarnings("unchecked")
    public <A> A Get(String interfaceName, String property) {
        return (A) GetAll(interfaceName).get(property);
    }

    /** Nothing of it can be set. */
    @Override
    public <A> void Set(String interfaceName, String property, A value) {}

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
        Map<String, Variant<?>> all = new LinkedHashMap<>();
        if (!NAME.equals(interfaceName)) {
            return all;
        }
        TrayContent now = content;
        List<Pixmap> pixmaps = now.icons().stream().map(icon -> new Pixmap(icon.size(), icon.size(), icon.bytes())).toList();
        all.put("Category", new Variant<>("ApplicationStatus"));
        all.put("Id", new Variant<>("carillon"));
        all.put("Title", new Variant<>(now.title()));
        all.put("Status", new Variant<>(status()));
        all.put("WindowId", new Variant<>(0));
        all.put("IconName", new Variant<>(""));
        all.put("IconThemePath", new Variant<>(""));
        all.put("IconPixmap", new Variant<>(pixmaps, "a(iiay)"));
        all.put("OverlayIconName", new Variant<>(""));
        all.put("OverlayIconPixmap", new Variant<>(List.of(), "a(iiay)"));
        all.put("AttentionIconName", new Variant<>(""));
        all.put("AttentionIconPixmap", new Variant<>(pixmaps, "a(iiay)"));
        all.put("AttentionMovieName", new Variant<>(""));
        all.put("ToolTip", new Variant<>(new ItemToolTip("", List.of(), now.title(), ""), "(sa(iiay)ss)"));
        all.put("ItemIsMenu", new Variant<>(false));
        all.put("Menu", new Variant<>(new DBusPath(DBusMenu.PATH)));
        return all;
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }

    @Override
    public boolean isRemote() {
        return false;
    }
}
