using System.Globalization;
using System.Text.Json;
using Dashboard.Bench.Figures;
using Dashboard.Bench.Rig;
using Microsoft.Playwright;

namespace Dashboard.Bench.Measures;

/// <summary>A card planned by hand in a month and on the hours of a week: from the button let go to the card on its day, and what goes over the socket for it.</summary>
internal static class PlanMeasure
{
    /// <summary>Without a frame for so long, all that a drop leads to has been drawn.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(800);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Once nothing is on its way: a card in sight, a point on it, a working day beside its own and a point there.</summary>
    private const string Find = """
        timed => {
          if (document.querySelector('[data-landing] [data-task-id], .in-hand')) return null;
          const laneAt = (x, y) => document.elementFromPoint(x, y)?.closest('[data-zone]:not([data-slot])');
          const lanes = [...document.querySelectorAll(timed ? '[data-scroll] [data-timed]' : '[data-scroll] [data-order=time]')].filter(lane => !lane.classList.contains('free'));
          for (const card of document.querySelectorAll('[data-scroll] [data-cards] > [data-draggable][data-state=saved]')) {
            const lane = card.closest('[data-zone]');
            const box = card.getBoundingClientRect();
            const [x, y] = [box.left + 8, box.top + 9];
            if (!lanes.includes(lane) || document.elementFromPoint(x, y)?.closest('[data-task-id]') !== card) continue;
            const to = lanes[(lanes.indexOf(lane) + 1) % lanes.length];
            const there = to.getBoundingClientRect();
            const [tx, ty] = [there.left + there.width / 2, timed ? y + 70 : there.top + there.height / 2];
            // Near an edge the page scrolls under the hand.
            if (Math.min(y, ty) > 150 && Math.max(y, ty) < innerHeight - 150 && laneAt(tx, ty) === to) return { id: card.dataset.taskId, x, y, tx, ty, zone: to.dataset.zone };
          }
          return null;
        }
        """;

    /// <summary>Notes the drop, the card on its day, the frame that shows it, and when the stand-in made way for what the server drew.</summary>
    private const string Watch = """
        ([zone, id]) => {
          window.drop = {};
          const lane = document.querySelector(`[data-zone="${zone}"]`);
          const look = () => {
            if (!drop.at) return;
            const landed = lane.querySelector(`[data-landing] [data-task-id="${id}"]`);
            if (drop.dom && !drop.drawn && !landed) drop.drawn = performance.now();
            if (drop.dom || !lane.querySelector(`[data-task-id="${id}"]`)) return;
            drop.dom = performance.now();
            requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => drop.frame = performance.now(); c.port2.postMessage(0); });
          };
          new MutationObserver(look).observe(lane, { childList: true, subtree: true });
          window.addEventListener('pointerup', () => { drop.at = performance.now(); }, { capture: true, once: true });
        }
        """;

    public static async Task RunAsync(Choices choices)
    {
        var nextWeek = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var tasks in choices.Tasks ?? [1_000, 10_000, 50_000])
        {
            await using var scene = await Scene.SetAsync(tasks);
            foreach (var layout in new[] { "month", "week" })
            {
                Sheet.Title($"Drop in a {layout} of {tasks:N0} tasks, everybody's · load {Machine.Load()}");
                await MeasureAsync(scene, $"/w/{scene.Slug}/calendar?owner=all&show={layout}&date={nextWeek}", layout == "week", Math.Max(10, choices.Runs));
            }
        }
    }

    private static async Task MeasureAsync(Scene scene, string address, bool timed, int runs)
    {
        var page = await scene.VisitAsync();
        var socket = new Socket(page);
        await page.GotoAsync(address);
        await page.WaitForSelectorAsync("body[data-interactive][data-connection=connected]", new() { State = WaitForSelectorState.Attached });
        await socket.QuietAsync();
        var first = socket.Received;
        var drops = new List<Drop>();
        for (var run = -2; run < runs; run++)
        {
            var drop = await DropAsync(page, socket, timed);
            if (run >= 0)
            {
                drops.Add(drop);
            }
        }

        Sheet.Row("drop to card on its day (own DOM)", [.. drops.Select(d => d.Dom)], "ms", tail: true);
        Sheet.Row("drop to the end of the frame that shows it", [.. drops.Select(d => d.Frame)], "ms");
        Sheet.Row("drop to drawn by the server", [.. drops.Select(d => d.Drawn)], "ms");
        Sheet.Row("socket: up, a drop", [.. drops.Select(d => (double)d.Up)], "bytes");
        Sheet.Row("socket: down, a drop until HubSpot has it", [.. drops.Select(d => (double)d.Down)], "bytes");
        Sheet.Row("socket: down until the page is live", [first / 1024.0], "KiB");
        await page.Context.CloseAsync();
    }

    private static async Task<Drop> DropAsync(IPage page, Socket socket, bool timed)
    {
        var found = await (await page.WaitForFunctionAsync(Find, timed)).JsonValueAsync<JsonElement>();
        float At(string name) => (float)found.GetProperty(name).GetDouble();
        await page.EvaluateAsync(Watch, new[] { found.GetProperty("zone").GetString(), found.GetProperty("id").GetString() });
        await page.Mouse.MoveAsync(At("x"), At("y"));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(At("tx"), At("ty"), new() { Steps = 18 });
        await page.WaitForTimeoutAsync(200);
        var (up, down) = (socket.Sent, socket.Received);
        await page.Mouse.UpAsync();
        var seen = await (await page.WaitForFunctionAsync("() => drop.frame && drop.drawn && [drop.dom - drop.at, drop.frame - drop.at, drop.drawn - drop.at]")).JsonValueAsync<double[]>();
        await socket.QuietAsync();
        return new Drop(seen[0], seen[1], seen[2], socket.Sent - up, socket.Received - down);
    }

    private sealed record Drop(double Dom, double Frame, double Drawn, long Up, long Down);

    /// <summary>What goes over a page's sockets, in bytes of their messages before any compression.</summary>
    private sealed class Socket
    {
        private long last = Environment.TickCount64;
        private long sent;
        private long received;

        public Socket(IPage page) => page.WebSocket += (_, socket) =>
        {
            socket.FrameSent += (_, frame) => Note(ref sent, frame);
            socket.FrameReceived += (_, frame) => Note(ref received, frame);
        };

        public long Sent => Interlocked.Read(ref sent);

        public long Received => Interlocked.Read(ref received);

        public Task<DateTimeOffset> QuietAsync() => Until.HoldsAsync(
            () => Task.FromResult(Environment.TickCount64 - Interlocked.Read(ref last) > (long)Quiet.TotalMilliseconds), Patience, TimeSpan.FromMilliseconds(20));

        private void Note(ref long sum, IWebSocketFrame frame)
        {
            Interlocked.Add(ref sum, frame.Binary?.Length ?? frame.Text?.Length ?? 0);
            Interlocked.Exchange(ref last, Environment.TickCount64);
        }
    }
}
