import java.io.BufferedReader;
import java.io.InputStreamReader;
import org.codelibs.opensearch.runner.OpenSearchRunner;
import org.codelibs.opensearch.runner.OpenSearchRunner.Configs;

/**
 * Nodes of OpenSearch in one process: a folder, the first HTTP port and their number in, nodes on 127.0.0.1 out.
 *
 * On its input "close 1" stops the second node as it is, "start 1" starts it again over its data.
 * Ends with its input. What is printed goes into the log of OpenSearch: whether a node is there, its
 * port tells.
 */
public class Nodes {
    public static void main(String[] args) throws Exception {
        String folder = args[0];
        int port = Integer.parseInt(args[1]);
        int nodes = Integer.parseInt(args[2]);
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
            settings.put("network.host", "127.0.0.1");
            settings.put("http.port", String.valueOf(port + number - 1));
            settings.put("transport.port", String.valueOf(port + 100 + number - 1));
            settings.putList("discovery.seed_hosts", seeds(port + 100, nodes));
            // One node by itself is told so by the runner.
            if (nodes > 1) settings.putList("cluster.initial_cluster_manager_nodes", "Node 1");
            settings.put("cluster.routing.allocation.disk.watermark.low", "2gb");
            settings.put("cluster.routing.allocation.disk.watermark.high", "1gb");
            settings.put("cluster.routing.allocation.disk.watermark.flood_stage", "500mb");
            settings.put("node.processors", "2");
        });
        Configs configs = OpenSearchRunner.newConfigs();
        runner.build(configs.basePath(folder).clusterName("briefwright-tests").numOfNode(nodes).useLogger());
        obey(runner);
        runner.close();
        System.exit(0);
    }

    private static String[] seeds(int first, int nodes) {
        String[] seeds = new String[nodes];
        for (int node = 0; node < nodes; node += 1) seeds[node] = "127.0.0.1:" + (first + node);
        return seeds;
    }

    private static void obey(OpenSearchRunner runner) throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.trim().split(" ");
            int node = Integer.parseInt(words[1]);
            if (words[0].equals("close")) runner.getNode(node).close();
            else runner.startNode(node);
        }
    }
}
